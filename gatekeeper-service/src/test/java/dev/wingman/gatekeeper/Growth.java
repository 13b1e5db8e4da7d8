package dev.wingman.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/// Holds that what reads a text takes time in proportion to its length.
public final class Growth {

    /// One text in so many is repeated, to see whether it costs more than its share.
    private static final int RARELY = 256;
    private static final int SMALL = 1024;
    private static final int TIMES = 8;
    /// What is done in two milliseconds says nothing of proportions.
    private static final long LEAST_NANOS = 2_000_000L;

    private Growth() {}

    public static void assertLinear(String piece, Consumer<String> reader) {
        if (!piece.isEmpty() && piece.hashCode() % RARELY == 0) {
            assertThat(best(piece, TIMES * SMALL, reader))
                    .isLessThan(TIMES * 4 * Math.max(best(piece, SMALL, reader), LEAST_NANOS));
        }
    }

    private static long best(String piece, int length, Consumer<String> reader) {
        var text = piece.repeat(length / piece.length() + 1).substring(0, length);
        var clock = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 3; run++) {
            var start = clock.getCurrentThreadCpuTime();
            reader.accept(text);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
