package dev.wingman.gatekeeper.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

import dev.wingman.gatekeeper.Growth;
import dev.wingman.gatekeeper.domain.Point;

/// The reader of instructions that come as text, on texts that grow from headings towards code that none has reached yet.
class DocumentFuzz {

    @MethodSource("seeds")
    @FuzzTest
    void readsWhateverText(@NotNull @WithUtf8Length(max = 4096) String text) {
        var document = Document.read(text);

        assertThat(document.points().values()).allSatisfy(passages -> assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.text()).isNotBlank()));
        assertThat(document.title().isPresent()).isEqualTo(
                document.under("title").isPresent() || document.under("preamble").isPresent());
        Growth.assertLinear(text, Document::read);
    }

    static Stream<String> seeds() {
        return Stream.of(Point.values()).map(point -> point.names().getFirst())
                .flatMap(name -> Stream.of("## %s\nText", "**%s**\n- one\n- two", "%s: text", "2) %s:\n\ntext",
                        "- [x] <b>%s</b> — text", "| %s | text |", "> ### %s (all)\n```\n# no\n```\n---\ntext",
                        "# Title\n\n## Site\nlocal\n\n## Action\nnone\n\n%s\n===\ntext")
                        .map(form -> form.formatted(name)));
    }
}
