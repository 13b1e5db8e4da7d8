package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// A deed that is named instead of being asked for: "wiping disk /dev/sdb", "full wipe of the volume", "container removal". Where a title, a
/// step or what a label announces begins with it, it is the order; not in "deletion of the database is out of scope", which tells of it,
/// nor in "tests for the deletion of a tenant".
final class Deeds {
    private static final int BACK = 12;
    private static final int LABEL = 8;
    private static final int REACH = 20;
    private static final Set<String> NEEDING = Orders.GRAMMAR.list("needing");
    private static final Set<String> STARTING = Orders.GRAMMAR.list("starting");
    private static final Set<String> QUALITIES = Orders.GRAMMAR.list("qualities");
    private static final Set<String> LABELS = Orders.GRAMMAR.list("labels");
    private static final Set<String> DOING = Orders.GRAMMAR.list("doing");
    private static final Set<String> DOING_ON = Orders.GRAMMAR.list("doing-on");
    private static final Set<String> OPEN = Orders.GRAMMAR.list("open");
    private static final Set<String> TELLING = Orders.GRAMMAR.list("telling");
    private static final Set<String> DUE = Orders.GRAMMAR.list("due");
    private static final Set<String> STATES = Orders.GRAMMAR.list("states");
    private static final Set<String> RULING = Orders.GRAMMAR.list("ruling");
    private static final Set<String> CLAUSAL = Orders.GRAMMAR.list("clausal");
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> ANNOUNCING = Orders.GRAMMAR.list("announcing");
    private static final Set<String> RULED = Orders.GRAMMAR.list("ruled");
    private static final Set<String> LEAVE = Orders.GRAMMAR.list("leave");
    private static final Set<String> MEANS = Orders.GRAMMAR.list("means");

    private Deeds() {}

    /// "Start by deleting …", "the volume needs wiping", "wiping disk /dev/sdb".
    static Optional<Search> gerund(Words words, int index) {
        if (words.get(index).before() == Gap.SPACE) {
            var before = words.get(index - 1).lower();
            if (NEEDING.contains(before)) {
                return Optional.of(order -> order.isComplete(words, index)
                        ? Objects.subject(words, index - 1, order)
                        : -1);
            }
            if (MEANS.contains(before) && starts(words, index)
                    || isUntil(words, index, before) && isUnasked(words, index)) {
                return Optional.of(order -> Objects.behind(words, index, order));
            }
        }
        return leads(words, index)
                ? Optional.of(order -> untold(words, Objects.behind(words, index, order)))
                : Optional.empty();
    }

    /// "Deletion of …", "production database deletion".
    static Optional<Search> noun(Words words, int index) {
        var of = of(words, index);
        if (of > 0) {
            return leads(words, index)
                    ? Optional.of(order -> untold(words, Objects.from(words, of, order)))
                    : Optional.empty();
        }
        var begin = begin(words, index);
        return begin < index && ends(words, index) && leads(words, begin)
                ? Optional.of(
                        order -> order.isDoneTo(words, begin, index - 1) && !isTold(words, index + 1) ? index - 1 : -1)
                : Optional.empty();
    }

    /// Where what a deed is done to is introduced, or -1: "deletion of", "removal and recreation of".
    private static int of(Words words, int index) {
        for (var i = index + 1; i < words.size() && i < index + 4 && words.get(i).before() == Gap.SPACE
                && words.get(i - 1).punctuation() == ' '; i++) {
            if (words.get(i).lower().equals("of")) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the phrase of a noun ends with it.
    private static boolean ends(Words words, int index) {
        return index + 1 == words.size() || !words.get(index + 1).before().isWithinSentence()
                || words.get(index).punctuation() != ' ' || Phrases.isGoingOn(words.get(index + 1).lower());
    }

    private static boolean isUntil(Words words, int index, String before) {
        return Set.of("before", "about").contains(before)
                || before.equals("of") && index > 1 && words.get(index - 2).lower().equals("short");
    }

    /// "Do not ask before deleting …", "never stop short of wiping …": whoever need not ask, or may not rest, is to do it.
    private static boolean isUnasked(Words words, int index) {
        var leave = false;
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            leave = leave || LEAVE.contains(words.get(i).lower());
            if (leave && NEGATING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(Words words, int index) {
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            if (STARTING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// Where the words begin that stand before a noun in its phrase.
    private static int begin(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - LABEL && words.get(begin).before() == Gap.SPACE
                && words.get(begin - 1).punctuation() == ' ' && !Phrases.isGoingOn(words.get(begin - 1).lower())
                && !DOING.contains(words.get(begin - 1).lower())) {
            begin--;
        }
        return begin;
    }

    /// Whether a line, a sentence or what a label announces begins with a word, but for what qualifies it; "carry out the removal of …" and
    /// a "no" that an exception takes back lead, too.
    private static boolean leads(Words words, int index) {
        var at = index;
        while (at > 0 && words.get(at).before() == Gap.SPACE && words.get(at - 1).punctuation() == ' '
                && QUALITIES.contains(words.get(at - 1).lower())) {
            at--;
        }
        if (at == 0) {
            return true;
        }
        var before = words.get(at - 1);
        return switch (words.get(at).before()) {
            case SPACE -> Phrases.isDash(before) && isLabel(words, at - 1)
                    || NEGATING.contains(before.lower()) && Phrases.excepts(words, index) || isDone(words, at)
                    || isAnnounced(words, at);
            case CODE -> before.punctuation() == ':' && isLabel(words, at);
            case LINE -> before.punctuation() != ' ' || !OPEN.contains(before.lower());
            default -> true;
        };
    }

    /// "Objective:", "Step 3:", "What to do next:".
    private static boolean isLabel(Words words, int end) {
        for (var i = end - 1; i >= 0 && i >= end - LABEL; i--) {
            if (LABELS.contains(words.get(i).program())) {
                return true;
            }
            if (NEGATING.contains(words.get(i).lower()) || !words.get(i).before().isWithinSentence()) {
                return false;
            }
        }
        return false;
    }

    /// "The next step is", "this task consists of".
    private static boolean isAnnounced(Words words, int at) {
        var verb = at > 1 && words.get(at - 1).lower().equals("of") ? at - 2 : at - 1;
        return ANNOUNCING.contains(words.get(verb).lower()) && isLabel(words, verb)
                && words.get(verb).before().isWithinSentence();
    }

    /// "Perform a", "go ahead with the".
    private static boolean isDone(Words words, int at) {
        var verb = at - 1;
        while (verb > 0 && words.get(verb).before() == Gap.SPACE && DOING_ON.contains(words.get(verb).lower())) {
            verb--;
        }
        var does = DOING.contains(words.get(verb).lower())
                || DOING.contains(words.get(verb).lower() + '-' + words.get(verb + 1).lower());
        return does && Imperatives.are(words, verb);
    }

    /// The object, unless the sentence goes on by telling of the deed: "… is out of scope", "… needs an approval", "… must not happen".
    static int untold(Words words, int object) {
        return object >= 0 && isTold(words, object + 1) ? -1 : object;
    }

    private static boolean isTold(Words words, int from) {
        var verb = -1;
        var clause = false;
        for (var i = from; i < words.size() && i < from + REACH && words.get(i).before().isWithinSentence(); i++) {
            var word = words.get(i).lower();
            clause = clause || CLAUSAL.contains(word) || words.get(i - 1).punctuation() == ',';
            if (!clause && isRuling(words, i) || isRuledOut(words, i)) {
                return true;
            }
            if (verb < 0 && !clause && TELLING.contains(word)) {
                verb = i;
            }
            if (verb >= 0 && DUE.contains(word) && !isNegated(words, verb, i)) {
                return false;
            }
        }
        return verb >= 0;
    }

    /// "… is forbidden", "…: strictly forbidden".
    private static boolean isRuling(Words words, int index) {
        var before = words.get(index - 1);
        return RULING.contains(words.get(index).lower()) && (STATES.contains(before.lower())
                || before.lower().endsWith("ly") || before.punctuation() == ':' || Phrases.isDash(before));
    }

    /// "…: never", "… (not here)", "… - no".
    private static boolean isRuledOut(Words words, int index) {
        var apart = words.get(index).before() == Gap.CODE || Phrases.isDash(words.get(index - 1));
        return apart && NEGATING.contains(words.get(index).lower()) && (index + 1 == words.size()
                || !words.get(index + 1).before().isWithinSentence()
                || RULED.contains(words.get(index + 1).lower()));
    }

    private static boolean isNegated(Words words, int from, int to) {
        for (var i = from; i < to; i++) {
            if (NEGATING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
