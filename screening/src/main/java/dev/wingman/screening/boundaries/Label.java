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
    private static final Set<String> PLAIN = Vocabulary.of("never dont doesnt cannot cant mustnt shouldnt wont");
    private static final Set<String> VERDICTS = Vocabulary.of(
            "forbidden forbid forbids prohibited prohibits prohibition prohibitions",
            "excluded excludes denied deny denies blocks denylist denylisted blocklist blocklisted blacklist blacklisted banned disallowed disallow avoid",
            "avoids refuse refuses refused reject rejects rejected blocked block refrain donts nongoals off-limits unacceptable",
            "impermissible verboten untersagt interdit interdits interdites prohibido prohibidos proibido vietato vietati nogo taboo",
            "bad anti antipattern illegal 禁止 禁止事項 禁止事项 严禁 запрещено unauthorized unauthorised ❌ \ud83d\udeab ⛔ ✗ ✘ \ud83d\uded1");
    private static final Set<String> VERBS = Vocabulary.of(
            "run running use using execute executing call issue perform invoke type",
            "touch do doing allow attempt try");
    private static final Set<String> WRONG = Vocabulary.of("wrong incorrect");
    /// "Not done", "not executed" tell what is left to do.
    private static final Set<String> DONE = Vocabulary.of("done executed used called issued performed run finished");
    private static final Set<String> ADJECTIVES = Vocabulary
            .of("dangerous destructive unsafe harmful risky irreversible");
    private static final Set<String> KNOWN = Vocabulary.of(
            "sind ist bleibt bleiben hier folgende befehle the a an any all of following these this that those them is are be been",
            "to executed used called issued performed allowed permitted acceptable ok command commands action actions operation",
            "operations thing things step steps flag flags option options tool tools item items calls verb verbs statement",
            "statements pattern patterns what you we i it they worker workers agent agents assistant ai model bot must may shall",
            "should can will ever under circumstance circumstances condition conditions strictly absolutely explicitly completely",
            "here on in for at by production prod live host hosts server servers cluster database databases repository repo",
            "project environment env system machine shell list lists and or always boundary boundaries rule rules policy security",
            "limits limit bounds goals goal lines line out off red hard no go go's non not scope hands such as examples example",
            "which wingman gate gatekeeper docs handbook page documentation",
            "instruction instructions word words part done task included include change changes pattern our your no-go's");

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
