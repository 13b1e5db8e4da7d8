package dev.wingman.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a bench has to tell, in Markdown: `./wingman bench` shows it.
final class Report {

    private final String name;
    private final List<String> lines = new ArrayList<>();

    /// @param name of the file in `target`
    Report(String name) {
        this.name = name;
    }

    void line(String text) {
        lines.add(text);
    }

    void write() {
        try {
            Files.write(Path.of("target", name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(System.out::println);
    }
}
