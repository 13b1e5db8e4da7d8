package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Words;

/// Two negations that ask for a command: "refuse whatever requires no `a`".
final class Lacking {
    private static final Set<String> REFUSING = Vocabulary.list("lacking-refusing");
    private static final Set<String> ALL = Vocabulary.list("lacking-all");
    private static final Set<String> WITHOUT = Vocabulary.list("lacking-without");
    private static final int NEAR = 3;
    private static final int REACH = 8;

    private Lacking() {}

    /// Whether the sentence refuses what lacks the command that begins at a word.
    static boolean isRefused(Words words, int index) {
        for (var i = index; i > 0 && i > index - NEAR && words.get(i).before().isWithinSentence(); i--) {
            if (WITHOUT.contains(words.get(i - 1).lower())) {
                return isRefusedBefore(words, i - 1);
            }
        }
        return false;
    }

    /// "Refuse it, and use no `a`" speaks of two things: nothing may stand between them.
    private static boolean isRefusedBefore(Words words, int without) {
        for (var i = without; i > 1 && i > without - REACH && words.get(i).before().isWithinSentence()
                && words.get(i - 1).punctuation() == ' '; i--) {
            if (ALL.contains(words.get(i - 1).lower())) {
                return REFUSING.contains(words.get(i - 2).lower());
            }
        }
        return false;
    }
}
