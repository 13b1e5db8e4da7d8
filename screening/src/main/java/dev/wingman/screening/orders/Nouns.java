package dev.wingman.screening.orders;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.shell.Words;

/// The nouns of a column of `orders.tsv`.
///
/// @param near for each noun the words of which one must stand near it; none when it counts by itself
record Nouns(Map<String, Set<String>> near) {
    private static final int NEAR = 3;
    private static final Set<String> LEADING = Orders.GRAMMAR.list("leading");
    private static final Set<String> STREAMS = Orders.GRAMMAR.list("streams");
    private static final Set<String> SYSTEM = Orders.GRAMMAR.list("system");
    private static final Set<String> TREES = Orders.GRAMMAR.list("trees");

    /// @param table where the lists are that the nouns name
    static Nouns of(Lexicon table, Set<String> nouns) {
        var near = new HashMap<String, Set<String>>();
        for (var noun : nouns) {
            var tilde = noun.indexOf('~');
            if (tilde > 0) {
                each(table, noun.substring(tilde + 1)).forEach(head -> near.computeIfAbsent(head, _ -> new HashSet<>())
                        .addAll(each(table, noun.substring(0, tilde))));
            }
        }
        nouns.stream().filter(noun -> noun.indexOf('~') < 0).forEach(noun -> near.put(noun, Set.of()));
        return new Nouns(Map.copyOf(near));
    }

    /// `(list)` stands for the words of a list.
    private static Set<String> each(Lexicon table, String written) {
        return written.startsWith("(") ? table.list(written.substring(1, written.length() - 1)) : Set.of(written);
    }

    /// Whether a word is one of them, with what must stand near it between two others.
    boolean hold(Words words, int index, int from, int to) {
        return holdAmong(words, index, Math.max(from, index - NEAR), Math.min(to, index + NEAR + 2));
    }

    /// Whether a word is one of them, when what must stand near it may stand anywhere between two others.
    boolean holdAmong(Words words, int index, int from, int to) {
        var text = words.get(index).lower();
        var beside = near.get(text);
        for (var path : beside == null && text.indexOf('/') >= 0 ? paths(text) : List.<String>of()) {
            beside = beside == null ? near.get(path) : beside;
        }
        if (beside == null || beside.isEmpty()) {
            return beside != null;
        }
        for (var i = from; i < to && !(i > index && words.get(i).lower().equals("and")); i++) {
            var leads = i > index && LEADING.contains(words.get(i).lower());
            if (i != index && beside.contains(words.get(i).lower()) && !leads) {
                return true;
            }
        }
        return false;
    }

    /// The sorts of path that a word may be.
    static List<String> paths(String text) {
        if (text.startsWith("/dev/")) {
            return STREAMS.contains(text) || text.startsWith("/dev/shm") ? List.of() : List.of("/dev");
        }
        if (!text.startsWith("/") && !text.startsWith("~/") || text.length() == 1) {
            return List.of(text.substring(text.lastIndexOf('/') + 1));
        }
        var root = text.substring(0, text.indexOf('/', 1) < 0 ? text.length() : text.indexOf('/', 1));
        var name = text.substring(text.lastIndexOf('/') + 1);
        var tree = TREES.contains(root) && name.indexOf('.') <= 0;
        return List.of(name, SYSTEM.contains(root) ? "/system" : "/", tree ? "/tree" : "/");
    }
}
