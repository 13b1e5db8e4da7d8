package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Words;

/// What is said of a command behind it: "`terraform destroy` is prohibited here", "`rm -rf`: never".
final class Verdicts {
    private static final Set<String> BAD = Vocabulary.of(
            "dangerous destructive harmful unsafe risky gone deprecated removed irreversible",
            "undesirable unacceptable catastrophic");
    private static final Set<String> PAST = Vocabulary.of("issued executed typed used called sent started");

    private Verdicts() {}

    /// Whether the same sentence goes on behind the command at a word by ruling it out.
    static boolean follow(Words words, int index) {
        var code = words.codeEnd(index);
        var from = code < 0 ? index + 1 : code;
        var last = Math.min(words.size(), from + Clause.REACH);
        if (code > 0 && isLabelled(words, code)) {
            return true;
        }
        for (var i = from; i < last && words.get(i).before().isWithinSentence(); i++) {
            var word = words.get(i).lower();
            if (Vocabulary.TURNS.contains(word)) {
                return false;
            }
            var before = words.get(i - 1).lower();
            var copula = Vocabulary.COPULAS.contains(before);
            if (Vocabulary.VERDICTS.contains(word) || word.equals("off") && isNext(words, i, "limits")
                    || word.equals("out") && isNext(words, i, "of") && isNext(words, i + 1, "bounds")) {
                return copula && !isLifted(words, i + 1);
            }
            var named = code > 0 || words.get(index).isFlag();
            if (named && copula && BAD.contains(word) || named && PAST.contains(word) && before.equals("was")) {
                return isEnough(words, i + 1);
            }
            if (Vocabulary.NEGATORS.contains(word)) {
                return Vocabulary.MODALS.contains(before) && isAllowance(words, i + 1, last);
            }
            if (Tongues.rulesOutBefore(words.get(i).text()) || Tongues.isVerdict(words, i)) {
                return true;
            }
        }
        return false;
    }

    /// "… is forbidden for others, but you may run it".
    private static boolean isLifted(Words words, int from) {
        for (var i = from; i < Math.min(words.size(), from + Clause.REACH)
                && words.get(i).before().isWithinSentence(); i++) {
            if (Set.of("but", "however", "though", "yet", "still", "anyway", "except", "unless", "others")
                    .contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNext(Words words, int index, String expected) {
        return index + 1 < words.size() && words.get(index + 1).before().isWithinSentence()
                && words.get(index + 1).lower().equals(expected);
    }

    private static boolean isAllowance(Words words, int from, int last) {
        var next = from < last && Set.of("be", "ever").contains(words.get(from).lower()) ? from + 1 : from;
        next = next < last && next > from && words.get(next).lower().equals("be") ? next + 1 : next;
        return next < last && words.get(next).before().isWithinSentence()
                && Vocabulary.ALLOWANCES.contains(words.get(next).lower());
    }

    /// "… is dangerous when DIR is empty" warns, "… is dangerous but run it" does not.
    private static boolean isEnough(Words words, int from) {
        for (var i = from; i < words.size() && words.get(i).before().isWithinSentence(); i++) {
            var word = words.get(i).lower();
            if (i > from + Clause.REACH
                    || Set.of("but", "so", "still", "however", "run", "do", "anyway", "now", "please", "yet",
                            "though", "then", "therefore", "only", "not").contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// "`rm -rf`: never", "`rm -rf` - forbidden on production", "`rm -rf` (not allowed)": nothing but that up to the end.
    private static boolean isLabelled(Words words, int from) {
        var colon = ":".indexOf(words.get(from - 1).punctuation()) >= 0;
        var end = from;
        while (end < words.size() && end - from <= Clause.REACH && words.get(end).before().isWithinSentence()) {
            end++;
        }
        if (end <= from || end - from > Clause.REACH) {
            return false;
        }
        var dash = Set.of("--", "-", "=>", "->", "\u2192").contains(words.get(from).lower());
        return Label.rulesOut(words, dash ? from + 1 : from, end) && (dash || colon || words.get(from).begins());
    }
}
