package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Words;

/// Commands in a row: "`a`, `b` and `c`". What is said of one is said of each.
public final class Items {
    private static final Set<String> JOINERS = Set.of("and", "or", "nor", ",", "and/or");

    private Items() {}

    /// Whether a word says that a row is one: commas alone may part what is opposed.
    public static boolean areJoined(Words words, int from, int to) {
        for (var i = from; i < to; i++) {
            if (words.codeEnd(i) < 0 && JOINERS.contains(words.get(i).lower()) && !words.get(i).text().equals(",")) {
                return true;
            }
        }
        return false;
    }

    /// The first word of the row to which a command belongs.
    public static int begin(Words words, int command) {
        var begin = words.codeBegin(command);
        for (var looks = 0; looks < Vocabulary.REACH && begin > 0
                && words.get(begin).before().isWithinSentence(); looks++) {
            var before = begin;
            while (before > 0 && JOINERS.contains(words.get(before - 1).lower()) && words.codeEnd(before - 1) < 0) {
                before--;
            }
            var listed = before < begin || words.get(begin - 1).punctuation() == ',';
            if (before == 0 || !listed || words.codeEnd(before - 1) != before) {
                return begin;
            }
            begin = words.codeBegin(before - 1);
        }
        return begin;
    }

    /// The word behind the row, or behind a command that is no code.
    public static int end(Words words, int command) {
        var end = words.codeEnd(command) < 0 ? command + 1 : words.codeEnd(command);
        for (var looks = 0; looks < Vocabulary.REACH && end < words.size(); looks++) {
            var next = end;
            while (next < words.size() && JOINERS.contains(words.get(next).lower()) && words.codeEnd(next) < 0) {
                next++;
            }
            var listed = next > end || words.get(end - 1).punctuation() == ',';
            if (next == words.size() || !listed || words.codeEnd(next) < 0
                    || !words.get(next).before().isWithinSentence()) {
                return end;
            }
            end = words.codeEnd(next);
        }
        return end;
    }
}
