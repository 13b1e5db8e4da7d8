package dev.wingman.screening.boundaries.tales;

import java.util.Set;

import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Words;

/// What a text tells of a command instead of asking for it: a line of a changelog, the report of an incident, the announcement of an
/// explanation.
public final class Tales {
    private static final Set<String> CHANGES = Vocabulary.of(
            "fixed fixes fix removed removes deprecated replaced replaces documented",
            "documents explained explains describes described renamed corrected forbade refused rejected blocked denied changed");
    private static final Set<String> BETWEEN = Vocabulary.of(
            "the a an any all of use usage support for handling our old stray leftover",
            "remaining last hidden undocumented dangerous bug issue problem case error crash regression where when in which that",
            "calls call to flag option from step script why how what not never is it running using does do command commands",
            "documentation detection and or accidental wrong misuse");
    private static final Set<String> WHY = Vocabulary.of("why how what");
    private static final Set<String> TELLING = Vocabulary.of(
            "explains explain explained describes describe document documents see know knows",
            "understand learn about remember understands teaches shows");
    private static final Set<String> QUESTIONS = Vocabulary.of(
            "what-happens what-does why-is why-does why-was prevent avoid detect refuse deny",
            "block catch");
    private static final Set<String> RAN = Vocabulary.of("ran executed typed issued launched entered used called");
    private static final Set<String> MISHAPS = Vocabulary.of(
            "mistake accident accidentally mistakenly incident post-mortem postmortem outage",
            "unintentionally inadvertently wrongly mishap lost emptied wiped vanished destroyed broke gone restored");
    private static final Set<String> ASKING = Vocabulary
            .of("now then again please so must should will do run today same repeat but next");

    private Tales() {}

    public static boolean tell(Words words, int command) {
        if (asksAbout(words, command)) {
            return true;
        }
        var between = true;
        for (var i = command; i > 0 && i > command - Vocabulary.REACH
                && words.get(i).before().isWithinSentence(); i--) {
            var word = words.get(i - 1).lower();
            if (words.get(i - 1).punctuation() == ':' && !(CHANGES.contains(word) && i + 1 < command)
                    || words.get(i - 1).punctuation() == ',' && between) {
                return false;
            }
            if (RAN.contains(word) && i > 1 && i >= command - 2) {
                return isMishap(words, i - 1);
            }
            if (WHY.contains(word) && i == command && i > 1 && TELLING.contains(words.get(i - 2).lower())) {
                return Echoes.isCalm(words, Items.end(words, command));
            }
            if (CHANGES.contains(word) && (!words.get(i - 1).before().isWithinSentence()
                    || i > 1 && words.get(i - 2).lower().equals("changelog"))) {
                return i < command || word.equals("removed") && words.codeEnd(command) > 0;
            }
            between = between && BETWEEN.contains(word);
            if (!between) {
                break;
            }
        }
        return false;
    }

    /// "What happens when someone runs `a`?", "How do we prevent `a`?": a question that is no request.
    private static boolean asksAbout(Words words, int command) {
        var code = words.codeEnd(command);
        var does = code > 0 && code < words.size() && Set.of("do", "mean").contains(words.get(code).lower());
        if (code < 0 || words.get(code - 1).punctuation() != '?' && !(does && Echoes.isCalm(words, code + 1))) {
            return false;
        }
        var begin = command;
        while (begin > 0 && begin > command - Vocabulary.REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        var second = begin + 1 < command ? words.get(begin + 1).lower() : "";
        return QUESTIONS.contains(words.get(begin).lower() + "-" + second)
                || words.get(begin).lower().equals("how") && second.startsWith("do") && begin + 3 < command
                        && QUESTIONS.contains(words.get(begin + 3).lower());
    }

    /// Somebody else did it, wrongly, and nothing of the sentence asks for it.
    private static boolean isMishap(Words words, int ran) {
        if (Set.of("i", "we", "you", "be", "to", "is", "are", "get").contains(words.get(ran - 1).lower())) {
            return false;
        }
        var mishap = false;
        var begin = ran;
        while (begin > 0 && begin > ran - Vocabulary.REACH && words.get(begin).before().isWithinSentence()) {
            begin--;
        }
        var same = true;
        for (var i = begin; i < words.size() && i < ran + 2 * Vocabulary.REACH; i++) {
            var word = words.get(i).lower();
            same = same && (i == begin || words.get(i).before().isWithinSentence());
            mishap = mishap || same && MISHAPS.contains(word);
            if (ASKING.contains(word)) {
                return false;
            }
        }
        return mishap;
    }
}
