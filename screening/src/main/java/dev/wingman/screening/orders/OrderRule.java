package dev.wingman.screening.orders;

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
    private static final Set<String> MEASURES = Orders.GRAMMAR.list("measures");
    private static final Set<String> HOLDERS = Orders.GRAMMAR.list("holders");
    private static final Set<String> OF = Orders.GRAMMAR.list("of");
    private static final Set<String> JOINING = Orders.GRAMMAR.list("joining");
    private static final Set<String> TEXTS = Orders.GRAMMAR.list("texts");
    private static final Set<String> BE = Orders.GRAMMAR.list("be");
    private static final Set<String> WISHING = Orders.GRAMMAR.list("wishing");
    private static final Set<String> NEEDING = Orders.GRAMMAR.list("needing");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> STARTING = Orders.GRAMMAR.list("starting");

    private OrderRule() {}

    public static Optional<Offence> judge(Words words, int index) {
        for (var spoken : Orders.of(words.get(index).program())) {
            var order = spoken.order();
            var object = switch (spoken.form()) {
                case BASE -> base(words, index, order);
                case PARTICIPLE -> passive(words, index, order);
                case GERUND -> gerund(words, index, order);
            };
            if (object >= 0) {
                var first = words.get(Math.min(index, object));
                return Optional.of(order.action().from(first, words.get(Math.max(index, object))));
            }
        }
        return Optional.empty();
    }

    private static int base(Words words, int index, Order order) {
        if (isOrder(words, index)) {
            return behind(words, index, order);
        }
        // "The table has to go", "every volume must disappear"
        var before = index == 0 ? "" : words.get(index - 1).lower();
        var vanishes = Set.of("go", "disappear", "vanish").contains(words.get(index).lower());
        return vanishes && MODALS.contains(before) ? subject(words, index - 1, order) : -1;
    }

    /// "… must be removed", "… should be given root rights", "I want … removed".
    private static int passive(Words words, int index, Order order) {
        if (!order.far() && !isParticle(words, index, order)) {
            return -1;
        }
        var be = adverbs(words, index);
        if (be > 1 && BE.contains(words.get(be - 1).lower()) && words.get(be - 1).before() == Gap.SPACE) {
            var modal = adverbs(words, be - 1);
            if (modal == 0 || !Set.of("must", "should", "shall", "to", "will").contains(words.get(modal - 1).lower())) {
                return -1;
            }
            var subject = subject(words, modal - 1, order);
            return subject < 0 ? behind(words, index, order) : subject;
        }
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            if (WISHING.contains(words.get(i).lower()) && isWish(words, i)) {
                return found(words, i + 1, be, order, false);
            }
        }
        return isEnsured(words, index) ? subject(words, be - 1, order) : -1;
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
            if (word.equals("ensure") || word.equals("sure") || word.equals("until")) {
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
    private static int gerund(Words words, int index, Order order) {
        if (index == 0 || words.get(index).before() != Gap.SPACE) {
            return -1;
        }
        var before = words.get(index - 1).lower();
        if (NEEDING.contains(before) && isParticle(words, index, order)) {
            return subject(words, index - 1, order);
        }
        if (!Set.of("by", "with").contains(before)) {
            return -1;
        }
        for (var i = index - 1; i >= 0 && i > index - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            if (STARTING.contains(words.get(i).lower())) {
                return behind(words, index, order);
            }
        }
        return -1;
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

    /// The object of an order that stands before the verb, as its subject.
    private static int subject(Words words, int to, Order order) {
        var begin = to;
        while (begin > 0 && begin > to - BACK && words.get(begin).before().isWithinSentence()
                && words.get(begin - 1).punctuation() == ' '
                && !Set.of("that", "and", "but", "then", "so").contains(words.get(begin - 1).lower())) {
            begin--;
        }
        return found(words, begin, to, order, false);
    }

    private static int behind(Words words, int index, Order order) {
        var limit = Math.min(words.size(), index + REACH);
        if (index + 1 >= limit || !words.get(index + 1).before().isWithinSentence()
                || words.get(index).punctuation() != ' ') {
            return -1;
        }
        if (order.far()) {
            return far(words, index + 1, limit, order);
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
        var found = found(words, from, limit, order, !joined);
        return found < 0 && recursive ? order.object(words, from, Phrases.end(words, from, limit), true) : found;
    }

    /// Goes from noun to noun: "all images, containers and volumes", "everything in the bucket", "the stack down along with its volumes".
    private static int found(Words words, int begin, int limit, Order order, boolean apart) {
        var from = begin;
        var whole = false;
        var object = -1;
        var pending = apart;
        while (from < limit && (from == begin || words.get(from).before().isWithinSentence())) {
            var end = Phrases.end(words, from, limit);
            whole = whole || Phrases.isWhole(words, from, end);
            object = object >= 0 ? object : order.object(words, from, end, whole);
            if (pending && end < limit && words.get(end).lower().equals(order.particles().getFirst())) {
                pending = false;
                end++;
            }
            if (object >= 0 && !pending) {
                return isText(words, object + 1) ? -1 : object;
            }
            var measure = MEASURES.contains(words.get(end - 1).lower());
            var next = next(words, end, limit, measure || HOLDERS.contains(words.get(end - 1).lower()));
            if (next < 0) {
                return -1;
            }
            whole = whole || measure;
            from = next;
        }
        return -1;
    }

    /// Where the next noun begins that is meant too, or -1.
    private static int next(Words words, int end, int limit, boolean holds) {
        if (end >= limit || !words.get(end).before().isWithinSentence()) {
            return -1;
        }
        if (holds && OF.contains(words.get(end).lower())) {
            return end + 1;
        }
        var at = end;
        while (at < limit && JOINING.contains(words.get(at).lower())) {
            at++;
        }
        var listed = words.get(end - 1).punctuation() == ',';
        return at > end && !words.get(end).lower().equals("with") || listed ? at : -1;
    }

    /// "… from the compose file", "the table of contents": a text is edited.
    private static boolean isText(Words words, int from) {
        if (from < words.size() && words.get(from).lower().equals("of")
                && words.get(from - 1).lower().equals("table")) {
            return true;
        }
        for (var i = from; i < words.size() && i < from + 5 && words.get(i).before() == Gap.SPACE; i++) {
            var system = i + 1 < words.size() && words.get(i + 1).lower().startsWith("system");
            if (TEXTS.contains(words.get(i).lower()) && !system) {
                return true;
            }
        }
        return false;
    }

    private static int far(Words words, int from, int limit, Order order) {
        for (var i = from; i < limit && words.get(i).before().isWithinSentence(); i++) {
            if (order.reaches(words, i, from, limit)) {
                var end = Phrases.end(words, i, limit);
                if ((end == i + 1 || end == i + 2 && Phrases.isName(words, i + 1)) && !isText(words, i + 1)) {
                    return i;
                }
            }
        }
        return -1;
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
