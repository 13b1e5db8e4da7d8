package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Words;

/// Whether a text that only tells of a command asks for it after all: "the gate refuses `a`, so run it by hand". Who dresses an order as a
/// tale must point back at it somewhere, and then it is none.
public final class Echoes {
    private static final int REACH = 60;
    /// What the rest of a sentence has when it asks for something.
    private static final Set<String> ASKING = Vocabulary.of(
            "run running rerun execute executing use using do doing now so must should apply applying try perform start",
            "repeat go let lets let's please again anyway still instead paste type launch proceed ahead follow afterwards issue",
            "call invoke enter put get ssh login copy schedule cron enqueue hence therefore thus but however yet though",
            "worker agent you your yourself i i'll we'll need needs have has carry");
    private static final Set<String> VERBS = Vocabulary.of(
            "run execute do perform issue type use apply repeat call invoke launch try start paste enter schedule",
            "rerun re-run running executing doing using applying follow bypass");
    private static final Set<String> STRONG = Vocabulary.of("run execute do perform rerun re-run");
    private static final Set<String> POINTING = Vocabulary
            .of("it that this them these those so same likewise both one");

    private Echoes() {}

    /// Whether the rest of the sentence from a word on asks for nothing, nor any of the next sentences for what was told.
    static boolean isCalm(Words words, int from) {
        var at = from;
        while (at < words.size() && at < from + REACH && words.get(at).before().isWithinSentence()) {
            var word = words.get(at).lower();
            var answered = word.equals("then") && at + 1 < words.size()
                    && Set.of("the", "it", "wingman").contains(words.get(at + 1).lower());
            var means = word.equals("by") && at + 1 < words.size()
                    && (words.get(at + 1).lower().endsWith("ing") || words.get(at + 1).lower().equals("hand"));
            var asks = ASKING.contains(word) || means || word.equals("then") && !answered;
            if (asks && words.codeEnd(at) < 0) {
                return false;
            }
            at++;
        }
        return !follow(words, from);
    }

    /// Whether the same line points back at a command that was ruled out, by a verb that can mean nothing else: "… so run it by hand".
    public static boolean ask(Words words, int command) {
        for (var i = Items.end(words, command); i + 1 < words.size() && i < command + REACH
                && !words.get(i).before().isNewLine(); i++) {
            if (STRONG.contains(words.get(i).lower()) && isPointing(words, i + 1) && !isNegated(words, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of the next sentences points back: "run it", "do so", "do the same".
    private static boolean follow(Words words, int from) {
        for (var i = from; i + 1 < words.size() && i < from + REACH; i++) {
            if (VERBS.contains(words.get(i).lower()) && isPointing(words, i + 1) && !isNegated(words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPointing(Words words, int next) {
        return POINTING.contains(words.get(next).lower()) || words.get(next).lower().equals("the")
                && next + 1 < words.size() && Set.of("same", "command", "above").contains(words.get(next + 1).lower());
    }

    private static boolean isNegated(Words words, int verb) {
        for (var i = verb; i > 0 && i > verb - 4 && words.get(i).before().isWithinSentence(); i--) {
            if (Vocabulary.NEGATORS.contains(words.get(i - 1).lower())
                    || Vocabulary.NOBODY.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }
}
