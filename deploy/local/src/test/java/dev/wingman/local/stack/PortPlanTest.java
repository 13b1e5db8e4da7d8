package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void stacksThatLookForPortsAtOnceShareNone() {
        var ports = IntStream.range(0, 50).mapToObj(_ -> PortPlan.free())
                .flatMap(plan -> plan.all().keySet().stream()).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 30_000);
    }
}
