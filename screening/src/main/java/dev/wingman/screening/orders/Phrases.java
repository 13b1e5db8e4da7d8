package dev.wingman.screening.orders;

import java.util.Set;

import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// Where the phrase of a noun ends, and which of its words are names.
final class Phrases {
    private static final int LONGEST = 9;
    private static final Set<String> GOING_ON = Orders.GRAMMAR.list("going-on");
    private static final Set<String> THINGS = Orders.GRAMMAR.list("things");
    private static final Set<String> ENTITIES = Orders.GRAMMAR.list("entities");
    private static final Set<String> NAMES = Orders.GRAMMAR.list("names");
    private static final String[] ENDINGS = Orders.GRAMMAR.list("endings").toArray(String[]::new);
    private static final Set<String> WHOLE = Orders.GRAMMAR.list("whole");
    private static final Set<String> MASSES = Orders.GRAMMAR.list("masses");

    private static final Set<String> MINOR = Orders.GRAMMAR.list("minor");
    private static final Set<String> EXCEPTING = Orders.GRAMMAR.list("excepting");
    private static final int REACH = 20;

    private Phrases() {}

    /// Whether a word is a dash between two parts of a sentence; a long one was made two.
    static boolean isDash(Word word) {
        return word.text().equals("-") || word.text().equals("--");
    }

    /// "Debug logging": nobody loses a record of what was done.
    static boolean isMinor(Words words, int index) {
        return index > 0 && words.get(index).lower().startsWith("log") && MINOR.contains(words.get(index - 1).lower());
    }

    /// Whether a word ends the phrase of a noun that stands before it.
    static boolean isGoingOn(String word) {
        return GOING_ON.contains(word);
    }

    /// Whether the sentence of a word goes on by excepting something.
    static boolean excepts(Words words, int index) {
        for (var i = index + 1; i < words.size() && i < index + REACH
                && words.get(i).before().isWithinSentence(); i++) {
            if (EXCEPTING.contains(words.get(i).lower())
                    || EXCEPTING.contains(words.get(i - 1).lower() + '-' + words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// The index behind the last word of the phrase that begins at a word.
    static int end(Words words, int from, int limit) {
        var end = from;
        while (end < Math.min(limit, from + LONGEST) && (end == from || goesOn(words, end))) {
            end++;
            if (words.get(end - 1).punctuation() != ' ') {
                return end;
            }
        }
        return end;
    }

    private static boolean goesOn(Words words, int index) {
        return switch (words.get(index).before()) {
            case SPACE -> !GOING_ON.contains(words.get(index).lower()) || words.codeEnd(index) >= 0;
            case CODE -> words.codeEnd(index) > 0
                    || words.codeEnd(index - 1) == index && !GOING_ON.contains(words.get(index).lower());
            default -> false;
        };
    }

    /// Whether a word may be the name of what stands before it: in code, with other signs than letters, or unknown.
    static boolean isName(Words words, int index) {
        var word = words.get(index);
        var lower = word.lower();
        if (!word.isPlain() || NAMES.contains(lower)) {
            return true;
        }
        var plural = lower.endsWith("s") && !lower.endsWith("ss");
        var thing = THINGS.contains(plural ? lower.substring(0, lower.length() - 1) : lower)
                || !plural && (ENTITIES.contains(lower) || isThing(lower));
        return !thing || words.codeEnd(index) > 0;
    }

    private static boolean isThing(String word) {
        for (var ending : ENDINGS) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a word of a phrase before its noun names it: `web-1`, `the payments_eu`.
    static boolean isNamed(Words words, int from, int noun) {
        for (var i = from; i < noun; i++) {
            if (words.codeEnd(i) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether any word means all.
    static boolean isWhole(Words words, int from, int to) {
        for (var i = from; i < to; i++) {
            if (WHOLE.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// Whether no article need stand before it: "turn off auditing", "remove volumes".
    static boolean isMass(String word) {
        return MASSES.contains(word) || word.endsWith("s") || word.startsWith("/");
    }
}
