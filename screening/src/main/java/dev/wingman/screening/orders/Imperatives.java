package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Verbs that stand where an imperative does, or behind what makes them one: "delete …", "you should now delete …", "do not forget to
/// delete …". "Never delete …" is one only when an exception takes it back; whether a human decides it, is asked elsewhere.
final class Imperatives {
    private static final int LISTED = 8;
    private static final Set<String> RULING_OUT = Set.of("never", "not", "don't", "dont", "cannot");
    private static final int MADE = 5;
    private static final int CLAUSE = 16;
    private static final Set<String> MAKING = Orders.GRAMMAR.list("making");
    private static final Set<String> DETERMINERS = Orders.GRAMMAR.list("determiners");
    private static final Set<String> DOERS = Orders.GRAMMAR.list("doers");
    private static final Set<String> MIGHT = Orders.GRAMMAR.list("might");
    private static final Set<String> OTHERS = Orders.GRAMMAR.list("others");
    private static final Set<String> ASKING = Orders.GRAMMAR.list("asking");
    private static final Set<String> INTENDING = Orders.GRAMMAR.list("intending");
    private static final Set<String> FAILING = Orders.GRAMMAR.list("failing");
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> ASKED = Orders.GRAMMAR.list("asked");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> VANISHING = Orders.GRAMMAR.list("vanishing");

    private Imperatives() {}

    static Optional<Search> at(Words words, int index) {
        // "The table has to go", "every volume must disappear"
        if (VANISHING.contains(words.get(index).lower())) {
            if (index > 0 && MODALS.contains(words.get(index - 1).lower())) {
                return Optional.of(order -> Objects.subject(words, index - 1, order));
            }
            if (index + 1 < words.size() && words.get(index + 1).lower().equals("to")) {
                return Optional.empty();
            }
        }
        return are(words, index) || index > 0 && isRuledOut(words, index) && Phrases.excepts(words, index)
                ? Optional.of(order -> Objects.behind(words, index, order))
                : Optional.empty();
    }

    private static boolean isRuledOut(Words words, int index) {
        return words.get(index).before() == Gap.SPACE && NEGATING.contains(words.get(index - 1).lower())
                || isRuledOutWithOthers(words, index);
    }

    /// "Never wipe, format or erase …": one of several verbs behind one negation.
    private static boolean isRuledOutWithOthers(Words words, int index) {
        if (index == 0 || words.get(index).before() != Gap.SPACE) {
            return false;
        }
        var at = index;
        var last = joins(words, index - 1);
        if (!last && !(words.get(index - 1).punctuation() == ',' && (words.get(index).punctuation() == ','
                || joins(words, index + 1)))) {
            return false;
        }
        at -= last ? 2 : 1;
        while (at > 0 && at > index - LISTED && words.get(at).before() == Gap.SPACE
                && Orders.of(words.get(at).lower()).containsKey(Orders.Form.BASE)) {
            at--;
        }
        return at >= 0 && at < index - 1 && RULING_OUT.contains(words.get(at).lower());
    }

    private static boolean joins(Words words, int index) {
        return index > 0 && index < words.size() && words.get(index).before() == Gap.SPACE
                && Set.of("or", "nor").contains(words.get(index).lower());
    }

    /// Whether an order may begin with a word here.
    static boolean are(Words words, int index) {
        return !isRuledOutWithOthers(words, index) && (isAsked(words, index) || isMade(words, index));
    }

    /// Whether a clause begins with a word, or what stands before it asks.
    private static boolean isAsked(Words words, int index) {
        if (begins(words, index)) {
            return true;
        }
        var at = index;
        while (at > 0 && words.get(at).before() == Gap.SPACE && words.get(at - 1).lower().endsWith("ly")) {
            at--;
        }
        return begins(words, at) || asks(words, at) && !isOthers(words, at);
    }

    private static boolean begins(Words words, int index) {
        return index == 0 || words.get(index).before() != Gap.SPACE || words.get(index - 1).punctuation() == ','
                || Phrases.isDash(words.get(index - 1));
    }

    /// Whether the word before a verb makes it an order.
    private static boolean asks(Words words, int at) {
        var before = words.get(at - 1).lower();
        var earlier = at > 1 ? words.get(at - 2).lower() : "";
        return switch (before) {
            case "not" -> NEGATING.contains(earlier) || earlier.equals("why");
            case "to" -> INTENDING.contains(earlier) && !(at > 2 && words.get(at - 3).lower().equals("nobody"))
                    || FAILING.contains(earlier) && isNegated(words, at - 2);
            case "would", "could" -> ASKED.contains(earlier);
            case "can" -> !earlier.equals("that") && !NEGATING.contains(earlier);
            case "may" -> earlier.equals("you");
            default -> ASKING.contains(before);
        };
    }

    /// "Have the job drop …", "get the agent to wipe …": whoever has it done orders it.
    private static boolean isMade(Words words, int verb) {
        if (words.get(verb).before() != Gap.SPACE) {
            return false;
        }
        var end = words.get(verb - 1).lower().equals("to") ? verb - 1 : verb;
        for (var i = end - 1; i > 0 && i >= end - MADE && words.get(i).before() == Gap.SPACE
                && words.get(i - 1).punctuation() == ' '; i--) {
            if (MAKING.contains(words.get(i - 1).lower())) {
                return (i < end - 1 && DETERMINERS.contains(words.get(i).lower())
                        || DOERS.contains(words.get(i).lower()))
                        && isAsked(words, i - 1);
            }
        }
        return false;
    }

    /// "Someone could run … and drop …", "an attacker could try to …": what others might do is a risk, and no order.
    private static boolean isOthers(Words words, int verb) {
        for (var i = verb - 1; i > 0 && i > verb - CLAUSE && words.get(i).punctuation() == ' '
                && words.get(i + 1).before().isWithinSentence(); i--) {
            if (MIGHT.contains(words.get(i).lower())) {
                return OTHERS.contains(words.get(i - 1).lower());
            }
        }
        return false;
    }

    private static boolean isNegated(Words words, int index) {
        for (var i = index; i > 0 && i > index - 4; i--) {
            if (NEGATING.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }
}
