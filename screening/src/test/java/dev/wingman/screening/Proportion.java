package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/// Whether a text costs more than its share when there is more of it, in this thread's own processor time and by the best of
/// several runs, so that a busy machine does not decide.
final class Proportion {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int TIMES = 8;
    /// What is done in a millisecond says nothing of proportions.
    private static final long LEAST_NANOS = 1_000_000L;

    private Proportion() {}

    /// Twice the text may cost twice the time, never four times.
    ///
    /// @param length of the smaller of the two texts that are made of the piece
    static void holds(String piece, int length, Consumer<String> check) {
        var small = repeated(piece, length);
        best(small, check);

        assertThat(best(repeated(piece, TIMES * length), check))
                .isLessThan(TIMES * 4 * Math.max(best(small, check), LEAST_NANOS));
    }

    static String repeated(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static long best(String text, Consumer<String> check) {
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 3; run++) {
            var start = CLOCK.getCurrentThreadCpuTime();
            check.accept(text);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
