package dev.wingman.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The two lists of lines by which the reader is measured. `␤` stands for a line break, since a backslash is never only that here.
final class Corpus {
    /// A line that must be refused.
    ///
    /// @param rule the action that it is
    /// @param text the line
    record Dangerous(String rule, String text) {}

    private Corpus() {}

    static List<Dangerous> dangerous() {
        return lines("dangerous.txt").stream().map(line -> {
            var tab = line.indexOf('\t');
            return new Dangerous("forbidden/" + line.substring(0, tab), broken(line.substring(tab + 1)));
        }).toList();
    }

    static List<String> ordinary() {
        return lines("ordinary.txt").stream().map(Corpus::broken).toList();
    }

    private static String broken(String line) {
        return line.replace('␤', '\n');
    }

    private static List<String> lines(String name) {
        try (var file = Objects.requireNonNull(Corpus.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
