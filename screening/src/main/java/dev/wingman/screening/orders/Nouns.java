package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.wingman.screening.shell.Words;

/// The nouns of a column of `orders.tsv`.
///
/// @param near for each noun the words of which one must stand near it; none when it counts by itself
/// @param among for some nouns what else they count with
record Nouns(Map<String, Set<String>> near, Map<String, List<Company>> among) {
    private static final int NEAR = 3;
    private static final Set<String> LEADING = Orders.GRAMMAR.list("leading");
    private static final Set<String> STREAMS = Orders.GRAMMAR.list("streams");
    private static final Set<String> SYSTEM = Orders.GRAMMAR.list("system");
    private static final Set<String> TREES = Orders.GRAMMAR.list("trees");

    /// @param lists the words of the lists that the nouns name
    static Nouns of(Function<String, Set<String>> lists, Set<String> nouns) {
        var near = new HashMap<String, Set<String>>();
        var among = new HashMap<String, List<Company>>();
        for (var noun : nouns) {
            var parts = List.of(noun.split("~"));
            var company = parts.subList(0, parts.size() - 1);
            for (var head : Company.each(lists, parts.getLast())) {
                if (parts.size() == 1) {
                    near.put(head, Set.of());
                } else if (parts.size() == 2 && !noun.startsWith("!")) {
                    near.merge(head, Company.each(lists, parts.getFirst()), Nouns::either);
                } else {
                    among.computeIfAbsent(head, _ -> new ArrayList<>()).add(Company.of(lists, company));
                }
            }
        }
        return new Nouns(Map.copyOf(near), Map.copyOf(among));
    }

    /// A noun that counts by itself needs no other word.
    private static Set<String> either(Set<String> one, Set<String> other) {
        var either = new HashSet<>(one);
        either.addAll(other);
        return one.isEmpty() || other.isEmpty() ? Set.of() : Set.copyOf(either);
    }

    Set<String> words() {
        var all = new HashSet<>(near.keySet());
        all.addAll(among.keySet());
        return all;
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
        return beside != null && (beside.isEmpty() || isNear(words, index, from, to, beside))
                || isAmong(words, index, from, to);
    }

    /// Whether a word is one of those that count with several others, between two words.
    boolean isAmong(Words words, int index, int from, int to) {
        var text = words.get(index).lower();
        var name = text.indexOf('/') < 0 || among.containsKey(text) ? text : text.substring(text.lastIndexOf('/') + 1);
        return among.getOrDefault(name, List.of()).stream()
                .anyMatch(company -> company.keeps(words, index, from, to));
    }

    private static boolean isNear(Words words, int index, int from, int to, Set<String> beside) {
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
