package dev.wingman.gatekeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

/// JSON bodies that grow from whole and odd ones towards code that none has reached yet.
class DraftsFuzz {

    private static final int RARELY = 256;
    private static final int SMALL = 1024;
    private static final int TIMES = 8;
    private static final long LEAST_NANOS = 2_000_000L;

    @MethodSource("seeds")
    @FuzzTest
    void readsOrRefusesWhateverBody(@NotNull @WithUtf8Length(max = 4096) String text) {
        Bodies.judge(text);
        if (!text.isEmpty() && text.hashCode() % RARELY == 0) {
            assertThat(best(text, TIMES * SMALL)).isLessThan(TIMES * 4 * Math.max(best(text, SMALL), LEAST_NANOS));
        }
    }

    static Stream<String> seeds() {
        return Bodies.odd();
    }

    private static long best(String piece, int length) {
        var text = piece.repeat(length / piece.length() + 1).substring(0, length);
        var clock = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 3; run++) {
            var start = clock.getCurrentThreadCpuTime();
            Bodies.judge(text);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
