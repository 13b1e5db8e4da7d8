package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.shell.Words;

/// What a noun counts with: "command" in "change the gate so that it accepts every command". Each of the lists has a word near it, and what
/// makes something harmless of it has none.
///
/// @param needed of each of them a word has to stand near
/// @param barred none of them may
record Company(List<Set<String>> needed, Set<String> barred) {
    /// @param lists the words of the lists that the parts name
    /// @param parts words and `(lists)`; `!` is before what may not stand near
    static Company of(Function<String, Set<String>> lists, List<String> parts) {
        var needed = new ArrayList<Set<String>>();
        var barred = new HashSet<String>();
        for (var part : parts) {
            if (part.startsWith("!")) {
                barred.addAll(each(lists, part.substring(1)));
            } else {
                needed.add(each(lists, part));
            }
        }
        return new Company(List.copyOf(needed), Set.copyOf(barred));
    }

    /// `(list)` stands for the words of a list. An apostrophe may be left out, as whoever reads a shell's quotes does.
    static Set<String> each(Function<String, Set<String>> lists, String written) {
        var words = written.startsWith("(") ? lists.apply(written.substring(1, written.length() - 1)) : Set.of(written);
        return words.stream().flatMap(word -> Stream.of(word, word.replace("'", "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a noun stands in it, between two words.
    boolean keeps(Words words, int noun, int from, int to) {
        return !holds(words, noun, from, to, barred)
                && needed.stream().allMatch(list -> holds(words, noun, from, to, list));
    }

    private static boolean holds(Words words, int noun, int from, int to, Set<String> list) {
        for (var i = from; i < to; i++) {
            if (i != noun && list.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
