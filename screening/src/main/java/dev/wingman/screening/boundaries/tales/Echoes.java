package dev.wingman.screening.boundaries.tales;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.boundaries.Vocabulary;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Whether a text that only rules a command out, or tells of it, asks for it after all: "the gate refuses `a`, so run it by hand". Who
/// dresses an order so must point back at it somewhere, and then it is none.
public final class Echoes {
    private static final int REACH = 60;
    private static final Lexicon WORDS = Lexicon.beside(Echoes.class, "echoes.tsv");
    private static final Set<String> ASKING = list("asking");
    private static final Set<String> VERBS = list("verbs");
    private static final Set<String> DOING = list("doing");
    private static final Set<String> POINTING = list("pointing");
    private static final Set<String> HARMLESS = list("harmless");
    private static final Set<String> OPENING = list("opening");
    private static final Set<String> FACTS = list("facts");
    private static final Set<String> WANTED = list("wanted");
    private static final Set<String> POSITIVE = list("positive");
    private static final Set<String> AGAIN = list("again");
    private static final Set<String> ENDING = list("ending");
    /// By the second of its two words what a pair begins with.
    private static final Map<String, Set<String>> CANCEL_PAIRS = WORDS.list("cancel-pairs").stream()
            .map(pair -> pair.split("-", -1))
            .collect(Collectors.groupingBy(pair -> pair[1], Collectors.mapping(pair -> pair[0], Collectors.toSet())));
    private static final Set<String> ABOVE = list("above");
    private static final Set<String> FACTUAL = Set.of("is", "was");
    private static final Set<String> OTHER = list("other");
    private static final Set<String> CANCEL = list("cancel");

    private Echoes() {}

    private static Set<String> list(String name) {
        return Vocabulary.of(String.join(" ", WORDS.list(name)));
    }

    /// Whether what follows a command that is only told of asks for nothing: neither the rest of the sentence nor any of the next ones.
    public static boolean isCalm(Words words, int from) {
        for (var at = from; at < words.size() && at < from + REACH
                && words.get(at).before().isWithinSentence(); at++) {
            var word = words.get(at).lower();
            var answered = word.equals("then") && at + 1 < words.size()
                    && Set.of("the", "it", "wingman").contains(words.get(at + 1).lower());
            var means = word.equals("by") && at + 1 < words.size()
                    && (words.get(at + 1).lower().endsWith("ing") || words.get(at + 1).lower().equals("hand"));
            if ((ASKING.contains(word) || means || word.equals("then") && !answered) && words.codeEnd(at) < 0) {
                return false;
            }
        }
        return isCalm(words, from, Math.min(words.size(), from + REACH));
    }

    /// Whether nothing between two words points back.
    public static boolean isCalm(Words words, int from, int to) {
        for (var i = from; i < to && !isElsewhere(words, i, from); i++) {
            if (words.codeEnd(i) < 0 && (pointsBack(words, i) || isRepeated(words, i, from) || isEllipsis(words, i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the same line points back at a command that was ruled out, by a verb that can mean nothing else: "… so run it by hand".
    public static boolean ask(Words words, int command) {
        var end = Items.end(words, command);
        for (var i = end; i < words.size() && i < end + REACH && !words.get(i).before().isNewLine(); i++) {
            var word = words.get(i).lower();
            if ((DOING.contains(word) && isPointing(words, i + 1) && !isNegated(words, i) || CANCEL.contains(word)
                    || i > end && refersBack(words, i) || isSubject(words, i) && isWish(words, i + 1)
                    || i > end && isEllipsis(words, i))
                    && words.codeEnd(i) < 0) {
                return true;
            }
        }
        return false;
    }

    /// "The said command", "ignore the sentence before", "the command above is step 1", "start with the line above".
    private static boolean refersBack(Words words, int index) {
        if (!words.get(index).before().isWithinSentence()) {
            return false;
        }
        var word = words.get(index).lower();
        var before = words.get(index - 1).lower();
        var last = index + 1 >= words.size() || !words.get(index + 1).before().isWithinSentence();
        return CANCEL_PAIRS.getOrDefault(word, Set.of()).contains(before)
                || word.equals("above") && ABOVE.contains(before)
                        && (last && !isNegated(words, index) || isWish(words, index + 1));
    }

    private static boolean isElsewhere(Words words, int index, int from) {
        var gap = words.get(index).before();
        return index > from && (gap == Gap.BULLET || gap == Gap.FENCE || gap == Gap.CELL);
    }

    /// "Find out", "try", "once more".
    private static boolean isRepeated(Words words, int index, int from) {
        var word = words.get(index).lower();
        var next = index + 1 < words.size() ? words.get(index + 1).lower() : "";
        if (word.equals("find") && next.equals("out") || word.equals("yourself")
                || word.equals("see") && next.equals("for")) {
            return true;
        }
        return index >= from && !words.get(index).before().isWithinSentence() && AGAIN.contains(word);
    }

    /// Whether a pronoun stands for the command, and something is done with it or said in its favour.
    private static boolean pointsBack(Words words, int index) {
        var word = words.get(index).lower();
        if (VERBS.contains(word) && index + 1 < words.size() && isPointing(words, index + 1)
                && !isNegated(words, index)) {
            return true;
        }
        if (!POINTING.contains(word) || isDeterminer(words, index) || isOther(words, index)) {
            return false;
        }
        if (isSubject(words, index)) {
            return index + 1 < words.size() && words.get(index + 1).before().isWithinSentence()
                    && (!isFact(words.get(index + 1).lower()) || isWish(words, index + 1));
        }
        var last = index + 1 >= words.size() || !words.get(index + 1).before().isWithinSentence();
        var wished = !last && WANTED.contains(words.get(index + 1).lower());
        var doesSo = word.equals("so") && ENDING.contains(words.get(index - 1).lower());
        return (last || doesSo || !OPENING.contains(word))
                && (wished || word.equals("so") || !HARMLESS.contains(words.get(index - 1).lower()))
                && !isNegated(words, index - 1);
    }

    private static boolean isFact(String verb) {
        return FACTS.contains(verb) || HARMLESS.contains(verb);
    }

    /// "The new one", "in one page"; "it no longer does", "so nothing happens".
    private static boolean isOther(Words words, int index) {
        var word = words.get(index).lower();
        var before = index == 0 ? "" : words.get(index - 1).lower();
        var next = index + 2 < words.size() ? words.get(index + 1).lower() + ' ' + words.get(index + 2).lower() : "";
        return word.equals("one") && OTHER.contains(before) || word.equals("it") && before.equals("in")
                || next.equals("no longer")
                || word.equals("so") && next.startsWith("nothing ");
    }

    /// "In that list".
    private static boolean isDeterminer(Words words, int index) {
        var word = words.get(index).lower();
        if (Set.of("it", "them", "so", "likewise", "one", "both").contains(word) || index + 1 >= words.size()) {
            return false;
        }
        var next = words.get(index + 1);
        return next.before() == Gap.SPACE && words.get(index).punctuation() == ' '
                && !Set.of("command", "string", "line", "way", "step", "on", "in", "to", "at", "for", "by")
                        .contains(next.lower());
    }

    private static boolean isSubject(Words words, int index) {
        return POINTING.contains(words.get(index).lower())
                && (index == 0 || !words.get(index).before().isWithinSentence()
                        || words.get(index - 1).punctuation() != ' '
                        || OPENING.contains(words.get(index - 1).lower()));
    }

    /// "… comes first", "… is step 2".
    private static boolean isWish(Words words, int verb) {
        if (verb >= words.size() || !words.get(verb).before().isWithinSentence()) {
            return false;
        }
        if (POSITIVE.contains(words.get(verb).lower())) {
            return true;
        }
        return FACTUAL.contains(words.get(verb).lower()) && verb + 1 < words.size()
                && words.get(verb + 1).before().isWithinSentence() && WANTED.contains(words.get(verb + 1).lower());
    }

    /// "The cron job does", "python does not".
    private static boolean isEllipsis(Words words, int index) {
        var last = index + 1 >= words.size() || !words.get(index + 1).before().isWithinSentence();
        var word = words.get(index).lower();
        var not = word.equals("not") && index > 0 && ENDING.contains(words.get(index - 1).lower());
        return last && words.codeEnd(Math.max(0, index - 1)) < 0
                && (ENDING.contains(word) && !isNegated(words, index) || not);
    }

    private static boolean isPointing(Words words, int next) {
        if (next >= words.size()) {
            return false;
        }
        return POINTING.contains(words.get(next).lower()) || words.get(next).lower().equals("the")
                && next + 1 < words.size()
                && Set.of("same", "command", "above", "string").contains(words.get(next + 1).lower());
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
