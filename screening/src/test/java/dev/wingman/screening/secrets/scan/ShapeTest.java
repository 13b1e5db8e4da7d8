package dev.wingman.screening.secrets.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShapeTest {
    /// A shape is a regular expression, and whatever it takes, RE2/J takes at the same place: only going back is left out.
    @Property(tries = 2000)
    void takesNothingThatRegularExpressionsRefuse(@ForAll("shapes") String shape, @ForAll("texts") String text) {
        var span = Shape.of(shape).match(text, 0, 0);

        if (span != null) {
            assertThat(Pattern.compile("^(?:" + shape + ")").matcher(text).find()).isTrue();
        }
    }

    @Test
    void takesTheGroupOrElseEverythingFromTheKeywordOn() {
        assertThat(Shape.of(" ?=([a-z]{2,4});").match("key =abc;", 0, 3)).isEqualTo(new Shape.Span(5, 8));
        assertThat(Shape.of("[0-9]{2}-x").match("key12-x3", 0, 3)).isEqualTo(new Shape.Span(0, 7));
        assertThat(Shape.of("[^\\s\"]{3,}").match("kä\"", 0, 0)).isNull();
    }

    @Test
    void readsTheShapesOfTheRulesAsRegularExpressions() throws IOException {
        try (var table = ShapeTest.class.getResourceAsStream("/dev/wingman/screening/secrets/rules.tsv")) {
            assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .filter(columns -> columns.length > 5)
                    .map(columns -> columns[5].replaceAll("\\{(\\d+),(\\d{4,})}", "*").replaceAll("\\{(\\d+),(\\d+)}",
                            "{$1}")))
                    .allSatisfy(shape -> assertThat(Pattern.compile(shape)).isNotNull());
        }
    }

    @Provide
    Arbitrary<String> shapes() {
        var one = Arbitraries.of(List.of("a", "[a-c]", "[^a]", "\\.", "[a-c.-]", "\\s", "-"));
        var count = Arbitraries.of(List.of("", "?", "{2}", "{1,3}", "{2,}"));
        return Combinators.combine(one, count).as(String::concat).list().ofMinSize(1).ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abcd.- ").ofMaxLength(12);
    }
}
