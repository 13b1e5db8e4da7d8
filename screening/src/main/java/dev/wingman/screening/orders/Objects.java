package dev.wingman.screening.orders;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// What an order is about: the noun behind its verb or before it, the others that are named with it, and what a pronoun stands for.
final class Objects {
    private static final int BACK = 12;
    private static final int TEXT = 8;
    private static final int NEAR = 3;
    private static final int REACH = 18;
    private static final Set<String> MEASURES = Orders.GRAMMAR.list("measures");
    private static final Set<String> HOLDERS = Orders.GRAMMAR.list("holders");
    private static final Set<String> OF = Orders.GRAMMAR.list("of");
    private static final Set<String> JOINING = Orders.GRAMMAR.list("joining");
    private static final Set<String> TEXTS = Orders.GRAMMAR.list("texts");
    private static final Set<String> LEFT = Orders.GRAMMAR.list("left");
    private static final Set<String> PRONOUNS = Orders.GRAMMAR.list("pronouns");
    private static final Set<String> PLACES = Orders.GRAMMAR.list("places");

    /// "The table of contents", "logging of requests": another thing, or a part.
    private static final Set<String> PARTIAL = Orders.GRAMMAR.list("partial");

    private static final Set<String> DOCUMENTS = Orders.GRAMMAR.list("documents");
    private static final Set<String> SPARING = Orders.GRAMMAR.list("sparing");
    private static final Set<String> CERTAIN = Set.of("sure", "certain");
    private static final Set<String> BREAKING = Orders.GRAMMAR.list("breaking");

    private Objects() {}

    /// The object of an order that stands behind its verb, its gerund or the noun of its deed.
    static int behind(Words words, int index, Order order) {
        var limit = Math.min(words.size(), index + REACH);
        if (index + 1 >= limit || !words.get(index + 1).before().isWithinSentence()
                || words.get(index).punctuation() != ' ') {
            return order.isBare() ? index : -1;
        }
        // "Make sure that …" makes nothing
        if (CERTAIN.contains(words.get(index + 1).lower())) {
            return -1;
        }
        if (order.far()) {
            return far(words, index, limit, order);
        }
        var from = index + 1;
        var particles = order.particles();
        var joined = order.isComplete(words, index);
        if (joined) {
            from = Math.min(limit, from + particles.size());
        } else if (particles.size() > 1) {
            return -1;
        }
        // "The wiping of the disk"
        from = from < limit && words.get(from).lower().equals("of") ? from + 1 : from;
        var recursive = index > 0 && words.get(index - 1).lower().equals("recursively");
        var apart = !joined && from + 1 < limit && words.get(from + 1).lower().equals(particles.getFirst());
        var meant = from < limit && (joined || apart) ? meant(words, index, from, limit, order) : -1;
        var found = meant >= 0 ? meant : found(words, from, limit, order, !joined);
        return found < 0 && recursive ? order.object(words, from, Phrases.end(words, from, limit), true) : found;
    }

    /// The object of a deed that stands behind its "of".
    static int from(Words words, int of, Order order) {
        var limit = Math.min(words.size(), of + REACH);
        return order.far() ? far(words, of, limit, order) : found(words, of + 1, limit, order, false);
    }

    /// The object of an order that stands before the verb, as its subject.
    static int subject(Words words, int to, Order order) {
        var begin = to;
        while (begin > 0 && begin > to - BACK && words.get(begin).before().isWithinSentence()
                && words.get(begin - 1).punctuation() == ' '
                && !BREAKING.contains(words.get(begin - 1).lower())) {
            begin--;
        }
        return found(words, begin, to, order, false);
    }

    /// Goes from noun to noun: "all images, containers and volumes", "everything in the bucket", "the stack down along with its volumes".
    static int found(Words words, int begin, int limit, Order order, boolean apart) {
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
            // "Take all nodes of the cluster down"
            if (object >= 0 && end + 1 < limit && words.get(end).before().isWithinSentence()
                    && OF.contains(words.get(end).lower())) {
                from = end + 1;
                continue;
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
        var left = end;
        while (holds && left < limit - 1 && LEFT.contains(words.get(left).lower())) {
            left++;
        }
        if (holds && OF.contains(words.get(left).lower())) {
            return left + 1;
        }
        var at = end;
        while (at < limit && JOINING.contains(words.get(at).lower())) {
            at++;
        }
        var listed = words.get(end - 1).punctuation() == ',';
        return at > end && !words.get(end).lower().equals("with") || listed ? at : -1;
    }

    /// "… from the compose file", "the table of contents": a text is edited.
    static boolean isText(Words words, int from) {
        if (from + 1 < words.size() && words.get(from).lower().equals("of")
                && PARTIAL.contains(words.get(from - 1).lower())) {
            return !Phrases.isWhole(words, from + 1, Math.min(words.size(), from + 4));
        }
        for (var i = from; i < words.size() && i < from + TEXT && words.get(i).before() == Gap.SPACE
                && words.get(i - 1).punctuation() == ' '
                && !BREAKING.contains(words.get(i).lower()); i++) {
            var system = i + 1 < words.size() && words.get(i + 1).lower().startsWith("system")
                    || words.get(i - 1).lower().equals("policy");
            var edited = words.get(i - 1).lower().equals("to") && isDocument(words.get(i).lower());
            if (TEXTS.contains(words.get(i).lower()) && !system && !isSpared(words, from, i) || edited) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpared(Words words, int from, int text) {
        for (var i = Math.max(from, text - NEAR); i < text; i++) {
            if (SPARING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "Add … to renovate.json".
    private static boolean isDocument(String file) {
        return DOCUMENTS.stream().anyMatch(file::endsWith);
    }

    static int far(Words words, int verb, int limit, Order order) {
        var from = order.wide() ? Math.max(0, verb - BACK) : verb + 1;
        for (var i = verb + 1; i < limit && words.get(i).before().isWithinSentence(); i++) {
            if (order.reaches(words, i, from, limit)) {
                var end = Phrases.end(words, i, limit);
                if ((end == i + 1 || end == i + 2 && Phrases.isName(words, i + 1))
                        && (order.isLeak() || !isText(words, i + 1))) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// "Them all", "each of them": what a noun before names, unless that noun only says where.
    static int meant(Words words, int index, int from, int limit, Order order) {
        var each = MEASURES.contains(words.get(from).lower()) && from + 2 < limit ? from + 2 : from;
        if (!PRONOUNS.contains(words.get(each).lower()) || Phrases.end(words, each, limit) > each + 2) {
            return -1;
        }
        for (var i = index - 1; i >= 0 && i > index - BACK; i--) {
            if (order.isMeant(words, i) && !isPlace(words, i) && !words.get(i + 1).before().isNewLine()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPlace(Words words, int noun) {
        for (var i = noun; i > 0 && i > noun - 4 && words.get(i).before() == Gap.SPACE; i--) {
            if (PLACES.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }
}
