package dev.wingman.screening.boundaries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// A heading, a name of a list, the cell of a table: a few words that say of something else that it is ruled out. Every one of them must be
/// known, since "never mind" and "no approval needed for" rule out nothing.
final class Label {
    private static final Set<String> PLAIN = Vocabulary.list("label-plain");
    private static final Set<String> VERDICTS = Vocabulary.list("label-verdicts");
    private static final Set<String> VERBS = Vocabulary.list("label-verbs");
    private static final Set<String> WRONG = Vocabulary.list("label-wrong");
    /// "Not done", "not executed" tell what is left to do.
    private static final Set<String> DONE = Vocabulary.list("label-done");
    private static final Set<String> ADJECTIVES = Vocabulary.list("label-adjectives");
    private static final Set<String> KNOWN = Vocabulary.list("label-known");

    private Label() {}

    /// Whether the words from one index to another rule something out.
    static boolean rulesOut(Words words, int from, int to) {
        if (from >= to || to - from > 14) {
            return false;
        }
        if (to - from == 1 && WRONG.contains(words.get(from).program())) {
            return true;
        }
        var reading = new Reading();
        for (var i = from; i < to; i++) {
            for (var part : parts(words.get(i))) {
                if (!reading.accepts(part)) {
                    return false;
                }
            }
        }
        return (reading.denies || reading.isHardNo())
                && !(to - from == 1 && words.get(from).program().equals("blocked"));
    }

    /// `must_not`, `off-limits`, `disallowedTools` and `**Never**` as the words that they are.
    private static List<String> parts(Word word) {
        var parts = new ArrayList<String>();
        var text = word.text();
        var part = new StringBuilder();
        for (var i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : ' ';
            var capital = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1));
            if (capital || " _:-*#".indexOf(c) >= 0) {
                if (!part.isEmpty()) {
                    parts.add(part.toString().toLowerCase(Locale.ROOT));
                }
                part.setLength(0);
            }
            if (" _:-*#".indexOf(c) < 0) {
                part.append(c);
            }
        }
        return parts;
    }

    /// What was read of a label so far.
    private static final class Reading {
        private boolean denies;
        private boolean asks;
        private boolean hard;
        private String before = "";

        /// Whether a label may go on with the word.
        boolean accepts(String word) {
            var last = before;
            before = word;
            hard = hard || word.equals("hard") || word.equals("absolute") || word.equals("absolutely");
            if (last.equals("no") && !word.startsWith("go")) {
                return false;
            }
            asks = asks || last.equals("do") && !word.equals("not") && !denies;
            if (last.equals("not") && DONE.contains(word)) {
                return false;
            }
            if (VERDICTS.contains(word)) {
                return verdict(last);
            }
            if (word.equals("not") || PLAIN.contains(word)) {
                return negation();
            }
            if (word.equals("limits") && last.equals("off") || word.equals("bounds") && last.equals("of")
                    || word.equals("scope") && last.equals("of")
                    || word.equals("goals") && last.equals("non") || word.equals("lines") && last.equals("red")
                    || word.equals("off") && last.equals("hands") || word.startsWith("go") && last.equals("no")) {
                return verdict(last);
            }
            if (ADJECTIVES.contains(word)) {
                return !denies || !Set.of("not", "never").contains(last);
            }
            if (VERBS.contains(word)) {
                asks = asks || !denies && !word.endsWith("ing") && !word.equals("do");
                return true;
            }
            return KNOWN.contains(word) || denies && VERBS.contains(word);
        }

        boolean isHardNo() {
            return hard && before.equals("no");
        }

        /// "Not forbidden" allows it.
        private boolean verdict(String last) {
            if (denies && !Set.of("and", "or", "off", "of").contains(last)
                    || Set.of("not", "no").contains(last) && !before.startsWith("go")) {
                return false;
            }
            denies = true;
            return true;
        }

        /// "Run, do not ask" asks before it denies.
        private boolean negation() {
            var again = denies || asks;
            denies = true;
            return !again;
        }
    }
}
