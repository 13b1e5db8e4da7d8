package dev.wingman.screening.boundaries.tales;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.sql.SqlRule;

/// Commands in a row: "`a`, `b` and `c`", "(a, b)". What is said of one is said of each.
public final class Items {
    private static final Set<String> JOINERS = Stream.concat(Vocabulary.JOINERS.stream(), Stream.of(","))
            .collect(Collectors.toUnmodifiableSet());
    /// What may stand before the first command in brackets: "(e.g. `a`)".
    private static final Set<String> SUCH = Set.of("e.g", "i.e", "eg", "ie", "like", "such", "as", "for", "example",
            "including",
            "namely");
    private static final int ARGUMENTS = 3;

    private Items() {}

    /// Whether a word says that a row is one: commas alone may part what is opposed.
    public static boolean areJoined(Words words, int from, int to) {
        if (isAside(words, from) && words.asideEnd(from) == to) {
            return true;
        }
        for (var i = from; i < to; i++) {
            if (codeEnd(words, i) < 0 && JOINERS.contains(words.get(i).lower()) && !words.get(i).text().equals(",")) {
                return true;
            }
        }
        return false;
    }

    /// The first word of the row to which a command belongs.
    public static int begin(Words words, int command) {
        if (isAside(words, command)) {
            return words.asideBegin(command);
        }
        var begin = words.codeBegin(command);
        for (var looks = 0; looks < Vocabulary.REACH && begin > 0
                && words.get(begin).before().isWithinSentence(); looks++) {
            var before = begin;
            while (before > 0 && JOINERS.contains(words.get(before - 1).lower()) && codeEnd(words, before - 1) < 0) {
                before--;
            }
            var listed = before < begin || isComma(words, begin - 1);
            if (before == 0 || !listed || codeEnd(words, before - 1) != before) {
                return begin;
            }
            begin = words.codeBegin(before - 1);
        }
        return begin;
    }

    /// The word behind the row, or behind a command that is no code.
    public static int end(Words words, int command) {
        if (isAside(words, command)) {
            return words.asideEnd(command);
        }
        var end = Math.max(command + 1, codeEnd(words, command));
        for (var looks = 0; looks < Vocabulary.REACH && end < words.size(); looks++) {
            var next = end;
            while (next < words.size() && JOINERS.contains(words.get(next).lower()) && codeEnd(words, next) < 0) {
                next++;
            }
            var listed = next > end || isComma(words, end - 1);
            if (next == words.size() || !listed || codeEnd(words, next) < 0
                    || !words.get(next).before().isWithinSentence()) {
                return end;
            }
            end = codeEnd(words, next);
        }
        return end;
    }

    /// Whether a word stands in brackets in which nothing but commands stand.
    public static boolean isAside(Words words, int index) {
        var begin = words.asideBegin(index);
        var end = words.asideEnd(index);
        if (begin < 0 || end - begin > Vocabulary.REACH) {
            return false;
        }
        var at = begin;
        while (at < end && SUCH.contains(words.get(at).lower())) {
            at++;
        }
        while (at < end) {
            var next = commandEnd(words, at, end);
            if (next == at) {
                return false;
            }
            at = next;
            while (at < end && JOINERS.contains(words.get(at).lower())) {
                at++;
            }
        }
        return true;
    }

    /// The index behind the command that begins at a word, and behind the few words that are its arguments; the word's own if none does.
    private static int commandEnd(Words words, int from, int limit) {
        var code = codeEnd(words, from);
        var first = words.get(from);
        if (Vocabulary.NOBODY.contains(first.lower()) || code < 0 && !first.isFlag()
                && !Templates.about(first.program()) && !SqlRule.about(first.program())) {
            return from;
        }
        var end = Math.max(from + 1, code);
        var plain = 0;
        while (end < limit && !isComma(words, end - 1) && !JOINERS.contains(words.get(end).lower())) {
            var word = words.get(end);
            plain += word.isLower() ? 1 : 0;
            if (plain > ARGUMENTS || Vocabulary.isSaying(word.lower()) || !word.before().isWithinSentence()) {
                return from;
            }
            end++;
        }
        return end;
    }

    /// The index behind inline code, or behind a quotation; -1 for any other word.
    private static int codeEnd(Words words, int index) {
        return isQuotation(words.get(index)) ? index + 1 : words.codeEnd(index);
    }

    /// Whether a word is a text in quotes.
    public static boolean isQuotation(Word word) {
        return word.isQuoted() && !word.inside().isEmpty();
    }

    /// Whether a comma stands behind a word.
    public static boolean isComma(Words words, int index) {
        var word = words.get(index);
        return word.punctuation() == ',' || isQuotation(word) && word.text().endsWith(",");
    }
}
