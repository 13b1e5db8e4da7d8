package dev.wingman.screening.actions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A file of words: a line `=name`, a tab and words make a list, which may have several lines; `+name` stands for the words of a list
/// above. Every other line is a row of columns, which its reader understands. `#` begins a comment.
public final class Lexicon {
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Lexicon() {}

    /// The file of this name beside a class.
    public static Lexicon beside(Class<?> owner, String name) {
        var lexicon = new Lexicon();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(owner.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lexicon::add);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        return lexicon;
    }

    private void add(String line) {
        var columns = List.of(line.split("\t", -1));
        if (line.startsWith("=")) {
            lists.computeIfAbsent(columns.getFirst().substring(1), _ -> new LinkedHashSet<>())
                    .addAll(words(columns.get(1)));
        } else {
            rows.add(columns);
        }
    }

    /// The words of a list. A hash set is asked in half the time of the JDK's immutable one, and most words of a text are asked for.
    public Set<String> list(String name) {
        return Collections.unmodifiableSet(new HashSet<>(known(name)));
    }

    /// The rows, in the order of the file.
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /// The words of a column, with those of each list that it names; `-` stands for none.
    public Set<String> words(String column) {
        var words = new LinkedHashSet<String>();
        for (var word : column.split(" +")) {
            if (word.startsWith("+") && word.length() > 1) {
                words.addAll(known(word.substring(1)));
            } else if (!word.isEmpty() && !word.equals("-")) {
                words.add(word);
            }
        }
        return words;
    }

    private Set<String> known(String name) {
        return Optional.ofNullable(lists.get(name))
                .orElseThrow(() -> new IllegalStateException("no list is called " + name));
    }
}
