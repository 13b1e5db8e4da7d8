package dev.wingman.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.wingman.gatekeeper.domain.Criteria;

class VerifiabilityTest {

    @Test
    void namesAHundredPlacesAtMost() {
        var places = IntStream.range(0, 5000).mapToObj(item -> "/success_criteria/" + item).toList();

        assertThat(Verifiability.of(new Criteria(5000, 0, List.of(), places)).unverifiable()).hasSize(100)
                .startsWith("/success_criteria/0");
    }

    @Test
    void sendsItsReaderToASectionThatIsThere() throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("basedir", ""), "../docs/instructions.md"));

        var advice = Verifiability.of(new Criteria(1, 0, List.of(), List.of("/success_criteria/0"))).advice();

        assertThat(advice).contains("docs/instructions.md");
        assertThat(guide).contains("\n## " + advice.split("\"", -1)[1] + "\n");
    }
}
