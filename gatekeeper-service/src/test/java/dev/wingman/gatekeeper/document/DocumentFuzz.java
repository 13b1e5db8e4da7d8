package dev.wingman.gatekeeper.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

import dev.wingman.gatekeeper.domain.Point;

/// The reader of instructions that come as text, on texts that grow from headings towards code that none has reached yet.
class DocumentFuzz {

    /// One text in so many is repeated, to see whether it costs more than its share.
    private static final int RARELY = 256;
    private static final int SMALL = 1024;
    private static final int TIMES = 8;
    /// What is done in a millisecond says nothing of proportions.
    private static final long LEAST_NANOS = 1_000_000L;

    @MethodSource("seeds")
    @FuzzTest
    void readsWhateverText(@NotNull @WithUtf8Length(max = 4096) String text) {
        var document = Document.read(text);

        assertThat(document.points().values()).allSatisfy(passages -> assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.text()).isNotBlank()));
        assertThat(document.title().isPresent()).isEqualTo(
                document.under("title").isPresent() || document.under("preamble").isPresent());
        if (!text.isEmpty() && text.hashCode() % RARELY == 0) {
            assertThat(best(text, TIMES * SMALL)).isLessThan(TIMES * 4 * Math.max(best(text, SMALL), LEAST_NANOS));
        }
    }

    static Stream<String> seeds() {
        return Stream.of(Point.values()).map(point -> point.names().getFirst())
                .flatMap(name -> Stream.of("## %s\nText", "**%s**\n- one\n- two", "%s: text", "2) %s:\n\ntext",
                        "- [x] <b>%s</b> — text", "| %s | text |", "> ### %s (all)\n```\n# no\n```\n---\ntext",
                        "# Title\n\n## Site\nlocal\n\n## Action\nnone\n\n%s\n===\ntext")
                        .map(form -> form.formatted(name)));
    }

    private static long best(String piece, int length) {
        var text = piece.repeat(length / piece.length() + 1).substring(0, length);
        var clock = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var run = 0; run < 3; run++) {
            var start = clock.getCurrentThreadCpuTime();
            Document.read(text);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
