package dev.wingman.gatekeeper.domain.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.wingman.contracts.Risk;
import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.spelling.Source;

/// What the words of a text say would be lost or changed. In doubt it is the higher: a human then looks at it.
public final class Wording {

    private static final Lexicon WORDS = Lexicon.beside(Wording.class, "hazards.tsv");
    private static final Stems LOSES = new Stems(WORDS.list("loses"));
    private static final Set<String> LOSES_WHOLE = WORDS.list("loses-whole");
    private static final Stems CHANGES = new Stems(WORDS.list("changes"));
    private static final Stems TOUCHES = new Stems(WORDS.list("touches"));
    private static final Set<String> EDITING = WORDS.list("editing");
    private static final Set<String> PARTS = WORDS.list("parts");
    private static final Set<String> UNUSED = WORDS.list("unused");
    private static final Set<String> HOLDS = WORDS.list("holds");
    private static final Set<String> DENIES = WORDS.list("denies");
    private static final Set<String> RULES_OUT = WORDS.list("rules-out");
    private static final Set<String> TURNS = WORDS.list("turns");
    private static final Set<String> TURNS_AWAY = WORDS.list("turns-away");
    private static final Set<String> TAKES_BACK = WORDS.list("takes-back");
    private static final Set<String> BE = WORDS.list("be");
    private static final String MARKS = ".;:,!?\n";
    private static final Set<String> ENDS_OF_SENTENCE = Set.of(".", ";", "!", "?", "\n");
    /// So many words behind a negation are what it denies.
    private static final int REACH = 4;
    /// So many words behind a verb may name what it is done to.
    private static final int OBJECT = 5;
    /// A sentence that goes on for longer is not looked at to its end, and excuses nothing.
    private static final int SENTENCE = 16;

    private final List<String> words;
    private final boolean all;

    private Wording(String text, boolean all) {
        this.words = words(Source.of(text).text());
        this.all = all;
    }

    /// Of a text that says what is made and reached: also what it touches counts.
    public static Risk making(String text) {
        return new Wording(text, true).risk();
    }

    /// Of any other text: what it says is done counts, and not what it only describes.
    public static Risk telling(String text) {
        return new Wording(text, false).risk();
    }

    /// Of boundaries, which name dangers in order to rule them out: what a clause denies as a whole is not asked for, nor what stands below
    /// a line such as "Must not:".
    public static Risk bounding(List<String> texts) {
        return new Wording(String.join("\n", texts), false).riskBesideDenials();
    }

    /// A negation holds for what it stands close before: "no container is deleted", and not "deploy it with no downtime".
    private Risk risk() {
        var highest = Risk.LOW;
        var sinceNegation = REACH;
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            sinceNegation = isMark(word) || TURNS.contains(word) ? REACH : denies(word) ? 0 : sinceNegation + 1;
            highest = sinceNegation < REACH ? highest : higher(highest, ofWord(at));
        }
        return highest;
    }

    private Risk riskBesideDenials() {
        var highest = Risk.LOW;
        var below = false;
        var clause = new Clause();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (word.equals("\n") && at > 0 && words.get(at - 1).equals(":")) {
                below = clause.denied && !clause.takenBack;
            }
            if (ENDS_OF_SENTENCE.contains(word) || TURNS_AWAY.contains(word)) {
                highest = higher(highest, clause.risk(below && !clause.turned));
                clause = new Clause();
                clause.turned = TURNS_AWAY.contains(word);
            } else {
                clause.take(word, ofWord(at));
            }
        }
        return higher(highest, clause.risk(below && !clause.turned));
    }

    /// What is denied or asked for together.
    private static final class Clause {

        private Risk highest = Risk.LOW;
        private boolean denied;
        private boolean takenBack;
        /// It follows on "but" or "then": what was denied before it says nothing of it.
        private boolean turned;
        private String before = "";

        private void take(String word, Risk risk) {
            denied = denied || denies(word) || RULES_OUT.contains(word) || word.equals("scope") && before.equals("of")
                    || word.startsWith("goal") && before.equals("non");
            takenBack = takenBack || TAKES_BACK.contains(word) || word.equals("only") && denies(before);
            highest = higher(highest, risk);
            before = word;
        }

        private Risk risk(boolean ruledOut) {
            return (denied || ruledOut) && !takenBack ? Risk.LOW : highest;
        }
    }

    private Risk ofWord(int at) {
        var word = words.get(at);
        if (LOSES_WHOLE.contains(word) || LOSES.begin(word)) {
            return isEditing(at) ? Risk.LOW : Risk.HIGH;
        }
        return CHANGES.begin(word) || all && TOUCHES.begin(word) ? Risk.MEDIUM : Risk.LOW;
    }

    /// "Remove the unused import", "trailing whitespace is removed": nothing is lost that a history does not keep.
    private boolean isEditing(int verb) {
        var passive = verb > 0 && BE.contains(words.get(verb - 1));
        var object = passive
                ? words.subList(Math.max(0, verb - 1 - OBJECT), verb - 1)
                : words.subList(verb + 1, Math.min(words.size(), verb + 1 + OBJECT));
        var edits = object.stream().anyMatch(EDITING::contains)
                || object.stream().anyMatch(UNUSED::contains) && object.stream().anyMatch(PARTS::contains);
        return edits && holdsNothing(verb, 1) && holdsNothing(verb, -1);
    }

    private boolean holdsNothing(int from, int step) {
        for (var at = from; Math.abs(at - from) <= SENTENCE; at += step) {
            if (at < 0 || at == words.size() || ENDS_OF_SENTENCE.contains(words.get(at))) {
                return true;
            }
            if (HOLDS.contains(words.get(at))) {
                return false;
            }
        }
        return false;
    }

    private static boolean denies(String word) {
        return DENIES.contains(word) || word.endsWith("n't");
    }

    private static boolean isMark(String word) {
        return word.length() == 1 && MARKS.indexOf(word.charAt(0)) >= 0;
    }

    private static Risk higher(Risk one, Risk other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// The words in lower case, and the marks that end a clause.
    private static List<String> words(String text) {
        var words = new ArrayList<String>(text.length() / 6 + 1);
        for (var at = 0; at < text.length();) {
            var c = text.codePointAt(at);
            var end = at + Character.charCount(c);
            if (Character.isLetter(c)) {
                end = wordEnd(text, end);
                words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
            } else if (MARKS.indexOf(c) >= 0) {
                words.add(Character.toString(c));
            }
            at = end;
        }
        return words;
    }

    /// An apostrophe between letters is one of them: "don't" denies, "don" does not.
    private static int wordEnd(String text, int from) {
        var end = from;
        while (end < text.length()) {
            var c = text.codePointAt(end);
            if (!Character.isLetter(c) && !(c == '\'' && end + 1 < text.length()
                    && Character.isLetter(text.charAt(end + 1)))) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}
