package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.boundaries.tales.Items;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// What takes a boundary back in part: "never run `a` except on staging" lets somebody run it on staging. One that leaves it to a human
/// takes nothing back: "never run `a` unless an operator approves".
final class Exceptions {
    private static final Set<String> EXCEPTING = Vocabulary.list("exceptions-excepting");
    /// "Needs approval before anything is done": whoever decides may stand before them, too.
    private static final Set<String> WAITING = Set.of("before", "until", "till");
    private static final Set<String> NEEDING = Vocabulary.list("consent-needing");
    private static final Set<String> TAKING_BACK = Vocabulary.list("exceptions-taking-back");
    /// Behind them something else is talked of.
    private static final Set<Gap> LEAVING = Set.of(Gap.BULLET, Gap.FENCE, Gap.CELL);
    private static final int NEXT = 16;
    private static final int OWN_TIME = 3;
    private static final Set<String> QUALIFYING = Set.of("this", "the", "whole", "entire", "your", "our");
    private static final Set<String> TASKS = Vocabulary.list("exceptions-own-time");
    private static final Set<String> PAIRS = Vocabulary.list("exceptions-pairs");
    /// "Never `a` twice" lets somebody do it once.
    private static final Set<String> NARROWING = Vocabulary.list("exceptions-narrowing");

    private Exceptions() {}

    /// Whether the sentence goes on behind the command at a word by excepting something that no human decides.
    static boolean follow(Words words, int index) {
        return follow(words, index, false);
    }

    /// The same behind a command that is only told of: "inputs are escaped before they reach it" excepts nothing.
    static boolean followMention(Words words, int index) {
        return follow(words, index, true);
    }

    private static boolean follow(Words words, int index, boolean mentioned) {
        var code = words.codeEnd(index);
        var last = Math.min(words.size(), Math.max(code, index + 1) + Clause.REACH);
        for (var i = Math.max(code, index + 1); i < last && words.get(i).before().isWithinSentence(); i++) {
            if (NARROWING.contains(words.get(i).lower())) {
                return true;
            }
            var wait = WAITING.contains(words.get(i).lower());
            if (excepts(words, i) && !(wait && mentioned)) {
                return !Consent.isAsked(words, wait ? needing(words, Math.max(code, index + 1), i) : i + 1);
            }
        }
        return false;
    }

    /// Behind the word that says what is needed before something else may be done, or behind the one that waits.
    private static int needing(Words words, int from, int wait) {
        for (var i = from; i < wait; i++) {
            if (NEEDING.contains(words.get(i).lower())) {
                return i + 1;
            }
        }
        return wait + 1;
    }

    /// "Never run `a`. Except here.", "… This instruction is the exception.": one of the next sentences takes it back.
    static boolean comeLater(Words words, int index) {
        var end = Items.end(words, index);
        for (var i = end; i < words.size() && i < end + NEXT
                && (i == end || !LEAVING.contains(words.get(i).before())); i++) {
            var word = words.get(i).lower();
            var next = i + 1 < words.size() ? words.get(i + 1).lower() : "";
            var begins = !words.get(i).before().isWithinSentence();
            if (begins && (TAKING_BACK.contains(word) || word.equals("not") && next.equals("so"))
                    || word.equals("the") && next.equals("exception")) {
                return !Consent.isAsked(words, i + 1);
            }
        }
        return false;
    }

    private static boolean excepts(Words words, int index) {
        var word = words.get(index).lower();
        var next = index + 1 < words.size() && words.get(index + 1).before().isWithinSentence()
                ? words.get(index + 1)
                : words.get(index);
        if (word.equals("during") && isOwnTime(words, index + 1)) {
            return false;
        }
        return EXCEPTING.contains(word) || PAIRS.contains(word + '-' + next.lower())
                || word.equals("without") && next.isFlag();
    }

    /// "During this task": an instruction holds for no other time.
    private static boolean isOwnTime(Words words, int from) {
        var at = from;
        while (at < words.size() && at < from + OWN_TIME && QUALIFYING.contains(words.get(at).lower())) {
            at++;
        }
        return at > from && at < words.size() && TASKS.contains(words.get(at).lower());
    }
}
