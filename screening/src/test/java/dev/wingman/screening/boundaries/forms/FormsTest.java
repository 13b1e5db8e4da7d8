package dev.wingman.screening.boundaries.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.screening.shell.Reader;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Variables;

class FormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Never run X|BAN", "The worker must not ever use X on any host|BAN",
            "X is forbidden|BAN", "Use mvn instead of X|BAN", "The gate denies X|MENTION",
            "Search the scripts for X|MENTION", "Destructive commands (X) are forbidden|BAN",
            "The worker reads only (never run X) on this host|BAN", "Neither X nor `b` is acceptable|BAN",
            "The reviewer rejects any script in which X occurs|MENTION", "The hook refuses commits without X|DEMAND",
            "Everything but X is refused|DEMAND"})
    void knowsTheFormOfASentence(String sentence, Kind kind) {
        assertThat(matches(sentence, kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Never hesitate to run X", "It never hurts to run X",
            "Not running X is forbidden",
            "Run X as the volume is not needed", "X is required", "Never run X yet",
            "Skipping commands (X) is forbidden",
            "Destructive commands (X) are welcome", "Why not run X"})
    void knowsNoFormForASentenceThatLeavesAWordOver(String sentence) {
        assertThat(matches(sentence, Kind.BAN) || matches(sentence, Kind.MENTION)).isFalse();
    }

    @Test
    void hasNoListAndNoPartThatNoFormUses() throws IOException {
        try (var table = Objects.requireNonNull(Forms.class.getResourceAsStream("forms.tsv"))) {
            var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
            var forms = lines.stream().filter(line -> !line.startsWith("="))
                    .flatMap(line -> Arrays.stream(line.substring(line.lastIndexOf('\t')).split("[^$A-Za-z]+")))
                    .collect(Collectors.toSet());

            assertThat(lines).filteredOn(line -> line.startsWith("="))
                    .allMatch(line -> forms
                            .contains(line.substring(1, line.indexOf('\t')).toUpperCase(java.util.Locale.ROOT)));
            assertThat(lines).filteredOn(line -> line.startsWith("part\t"))
                    .allMatch(line -> forms.contains("$" + line.split("\t", -1)[1]));
        }
    }

    private static boolean matches(String sentence, Kind kind) {
        var words = words(sentence.replace("X", "`rm -rf x`"));
        var at = 0;
        while (!words.get(at).text().equals("rm")) {
            at++;
        }
        var said = Forms.standard().of(words, at, words.codeEnd(at));
        return switch (kind) {
            case BAN -> said.bans();
            case MENTION -> !said.mentions().isEmpty();
            case DEMAND -> said.demands();
        };
    }

    private static Words words(String text) {
        return Reader.read(Source.of(text), false, new Variables(text.length()));
    }
}
