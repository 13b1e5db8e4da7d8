package dev.wingman.screening.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// An action asked for in plain English, without a command: "delete all volumes", "the database must be wiped", "start by dropping it".
/// Only an order counts; "the job deletes all volumes" and "a button to delete the volume" are none. The families are `orders.tsv`.
public final class OrderRule {
    /// The words by which an order may begin.
    public static final Set<String> VERBS = Orders.words();
    private static final int REACH = 18;
    private static final int BACK = 12;
    private static final Set<String> ASKING = Orders.GRAMMAR.list("asking");
    private static final Set<String> INTENDING = Orders.GRAMMAR.list("intending");
    private static final Set<String> FAILING = Orders.GRAMMAR.list("failing");
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> ASKED = Orders.GRAMMAR.list("asked");
    private static final Set<String> BE = Orders.GRAMMAR.list("be");
    private static final Set<String> WISHING = Orders.GRAMMAR.list("wishing");
    private static final Set<String> NEEDING = Orders.GRAMMAR.list("needing");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> STARTING = Orders.GRAMMAR.list("starting");

    private static final Set<String> VANISHING = Set.of("go", "disappear", "vanish");
    private static final Set<String> ENSURING = Set.of("ensure", "sure", "until", "guarantee");

    private OrderRule() {}

    /// Where the object of an order is looked for, once it is clear how its verb is used.
    private interface Search {
        int in(Order order);
    }

    public static Optional<Offence> judge(Words words, int index) {
        var forms = Orders.of(words.get(index).program());
        for (var spoken : forms.entrySet()) {
            var search = switch (spoken.getKey()) {
                case BASE -> base(words, index);
                case PARTICIPLE -> passive(words, index);
                case GERUND -> gerund(words, index);
            };
            for (var order : search.isPresent() && Orders.concern(words, index)
                    ? spoken.getValue()
                    : List.<Order>of()) {
                var object = search.get().in(order);
                if (object >= 0) {
                    var first = words.get(Math.min(index, object));
                    return Optional.of(order.action().from(first, words.get(Math.max(index, object))));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Search> base(Words words, int index) {
        // "The table has to go", "every volume must disappear"
        if (index > 0 && VANISHING.contains(words.get(index).lower())
                && MODALS.contains(words.get(index - 1).lower())) {
            return Optional.of(order -> Objects.subject(words, index - 1, order));
        }
        return isOrder(words, index) ? Optional.of(order -> behind(words, index, order)) : Optional.empty();
    }

    /// "… must be removed", "… should be given root rights", "I want … removed".
    private static Optional<Search> passive(Words words, int index) {
        var be = adverbs(words, index);
        if (be > 1 && BE.contains(words.get(be - 1).lower()) && words.get(be - 1).before() == Gap.SPACE) {
            var modal = adverbs(words, be - 1);
            return modal > 0 && isDemand(words, modal - 1)
                    ? Optional.of(order -> demanded(words, index, modal - 1, order))
                    : Optional.empty();
        }
        var wish = wish(words, index);
        if (wish >= 0) {
            return Optional.of(order -> isParticle(words, index, order)
                    ? Objects.found(words, wish + 1, be, order, false)
                    : -1);
        }
        return isEnsured(words, index)
                ? Optional.of(order -> isParticle(words, index, order) ? Objects.subject(words, be - 1, order) : -1)
                : Optional.empty();
    }

    private static int demanded(Words words, int index, int modal, Order order) {
        if (!order.far() && !isParticle(words, index, order)) {
            return -1;
        }
        var subject = Objects.subject(words, modal, order);
        return subject >= 0 ? subject : behind(words, index, order);
    }

    /// The word that wishes for what a participle says, or -1.
    private static int wish(Words words, int index) {
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            if (WISHING.contains(words.get(i).lower()) && isWish(words, i)) {
                return words.get(i).lower().equals("see") && words.get(i + 1).lower().equals("to") ? -1 : i;
            }
        }
        return -1;
    }

    /// "Must be", "is to be"; "can be" asks for it only when it says when.
    private static boolean isDemand(Words words, int modal) {
        var word = words.get(modal).lower();
        if (!Set.of("can", "may").contains(word)) {
            return MODALS.contains(word);
        }
        for (var i = modal; i > 0 && i > modal - BACK && words.get(i).before().isWithinSentence(); i--) {
            if (Set.of("now", "then", "afterwards", "finally", "today", "later").contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "Make sure that all volumes are removed": without that it tells of them.
    private static boolean isEnsured(Words words, int index) {
        if (index == 0 || !Set.of("are", "is", "gets").contains(words.get(index - 1).lower())) {
            return false;
        }
        for (var i = index - 1; i > 0 && i > index - BACK && words.get(i).before().isWithinSentence(); i--) {
            var word = words.get(i - 1).lower();
            if (NEGATING.contains(word)) {
                return false;
            }
            var sees = word.equals("see") && words.get(i).lower().equals("that") && isOrder(words, i - 1);
            if (sees || ENSURING.contains(word)
                    || word.equals("it") && i > 1 && words.get(i - 2).lower().equals("to")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWish(Words words, int index) {
        var word = words.get(index).lower();
        var before = index == 0 ? "" : words.get(index - 1).lower();
        return Set.of("have", "get", "see").contains(word)
                ? isOrder(words, index)
                : Set.of("i", "we", "you", "team", "they", "would").contains(before) || word.equals("like");
    }

    /// "Start by deleting …", "the volume needs wiping".
    private static Optional<Search> gerund(Words words, int index) {
        if (words.get(index).before() != Gap.SPACE) {
            return Optional.empty();
        }
        var before = words.get(index - 1).lower();
        if (NEEDING.contains(before)) {
            return Optional.of(
                    order -> isParticle(words, index, order) ? Objects.subject(words, index - 1, order) : -1);
        }
        var means = before.equals("by") || before.equals("with");
        for (var i = index - 1; means && i >= 0 && i > index - BACK
                && words.get(i + 1).before().isWithinSentence(); i--) {
            if (STARTING.contains(words.get(i).lower())) {
                return Optional.of(order -> behind(words, index, order));
            }
        }
        return Optional.empty();
    }

    /// Whether the particle of the verb follows it.
    private static boolean isParticle(Words words, int index, Order order) {
        var at = index + 1;
        for (var particle : order.particles()) {
            if (at >= words.size() || !words.get(at++).lower().equals(particle)) {
                return false;
            }
        }
        return true;
    }

    /// The index behind the last word before this one that is no adverb.
    private static int adverbs(Words words, int index) {
        var at = index;
        while (at > 0 && words.get(at).before() == Gap.SPACE && (words.get(at - 1).lower().endsWith("ly")
                || Set.of("also", "then", "all", "now", "first").contains(words.get(at - 1).lower()))) {
            at--;
        }
        return at;
    }

    private static int behind(Words words, int index, Order order) {
        var limit = Math.min(words.size(), index + REACH);
        if (index + 1 >= limit || !words.get(index + 1).before().isWithinSentence()
                || words.get(index).punctuation() != ' ') {
            return -1;
        }
        if (order.far()) {
            return Objects.far(words, index, limit, order);
        }
        var from = index + 1;
        var particles = order.particles();
        var joined = isParticle(words, index, order);
        if (joined) {
            from = Math.min(limit, from + particles.size());
        } else if (particles.size() > 1) {
            return -1;
        }
        var recursive = index > 0 && words.get(index - 1).lower().equals("recursively");
        var apart = !joined && from + 1 < limit && words.get(from + 1).lower().equals(particles.getFirst());
        var meant = from < limit && (joined || apart) ? Objects.meant(words, index, from, limit, order) : -1;
        var found = meant >= 0 ? meant : Objects.found(words, from, limit, order, !joined);
        return found < 0 && recursive ? order.object(words, from, Phrases.end(words, from, limit), true) : found;
    }

    /// Whether the verb stands where an imperative does, or behind what makes it one.
    private static boolean isOrder(Words words, int index) {
        if (words.get(index).before() != Gap.SPACE || words.get(index - 1).punctuation() == ','
                || words.get(index - 1).text().equals("--")) {
            return true;
        }
        var at = index;
        while (at > 0 && words.get(at).before() == Gap.SPACE && words.get(at - 1).lower().endsWith("ly")) {
            at--;
        }
        if (at == 0 || words.get(at).before() != Gap.SPACE) {
            return true;
        }
        var before = words.get(at - 1).lower();
        var earlier = at > 1 ? words.get(at - 2).lower() : "";
        return switch (before) {
            case "to" -> INTENDING.contains(earlier) || FAILING.contains(earlier) && isNegated(words, at - 2);
            case "would", "could" -> ASKED.contains(earlier);
            case "can" -> !earlier.equals("that");
            default -> ASKING.contains(before);
        };
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
