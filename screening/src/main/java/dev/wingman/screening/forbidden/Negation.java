package dev.wingman.screening.forbidden;

import java.util.List;
import java.util.Set;

import dev.wingman.screening.forbidden.Word.Gap;

/// Tells whether a sentence rules a command out, as a good boundary does: "never run `docker system prune`". Only the words of the
/// same sentence count, and a turn ("but", "then", "instead") ends the reach of a "never".
final class Negation {
    private static final Set<String> NEGATORS = Set.of("never", "not", "no", "dont", "doesnt", "cannot", "cant",
            "mustnt", "shouldnt",
            "wont", "without", "avoid", "forbidden", "forbids", "forbid", "prohibited", "prohibits", "prohibit",
            "refuse", "refuses",
            "disallowed", "neither", "nor", "nobody", "nothing");
    private static final Set<String> TURNS = Set.of("but", "then", "instead", "just", "except", "unless", "until",
            "hesitate", "forget",
            "mind", "only", "matter", "before", "after", "fail", "fails", "problem", "because", "so", "therefore",
            "however", "afterwards",
            "wait", "skip", "miss", "longer", "need");
    private static final Set<String> VERDICTS = Set.of("forbidden", "prohibited", "banned", "disallowed", "off-limits");
    private static final int REACH = 16;

    private Negation() {}

    static boolean rulesOut(List<Word> words, int index) {
        for (var i = index; i > 0 && i > index - REACH && words.get(i).before().compareTo(Gap.LINE) < 0; i--) {
            var earlier = words.get(i - 1).lower();
            if (TURNS.contains(earlier)) {
                return false;
            }
            if (NEGATORS.contains(earlier)) {
                return i < 2 || !NEGATORS.contains(words.get(i - 2).lower()) || words.get(i - 1).before() != Gap.SPACE;
            }
        }
        return isForbiddenAfter(words, index);
    }

    private static boolean isForbiddenAfter(List<Word> words, int index) {
        var last = Math.min(words.size(), index + REACH);
        for (var i = index + 1; i < last && words.get(i).before().compareTo(Gap.LINE) < 0; i++) {
            var word = words.get(i).lower();
            if (TURNS.contains(word) || NEGATORS.contains(word) && !VERDICTS.contains(word)) {
                return false;
            }
            if (VERDICTS.contains(word)) {
                return Set.of("is", "are", "stays", "stay", "remains", "remain").contains(words.get(i - 1).lower());
            }
        }
        return false;
    }
}
