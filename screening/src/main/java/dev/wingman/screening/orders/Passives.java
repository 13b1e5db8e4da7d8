package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// What has to be done, without a word of who does it: "… must be removed", "… should be given root rights", "I want … removed".
final class Passives {
    private static final int BACK = 12;
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> OF_NONE = Set.of("none", "neither");
    private static final Set<String> VERBS = Orders.GRAMMAR.list("telling");
    private static final Set<String> BE = Orders.GRAMMAR.list("be");
    private static final Set<String> WISHING = Orders.GRAMMAR.list("wishing");
    private static final Set<String> GETTING = Orders.GRAMMAR.list("getting");
    private static final Set<String> WISHERS = Orders.GRAMMAR.list("wishers");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> ALLOWING = Orders.GRAMMAR.list("allowing");
    private static final Set<String> SOON = Orders.GRAMMAR.list("soon");
    private static final Set<String> STATING = Orders.GRAMMAR.list("stating");
    private static final Set<String> ENSURING = Orders.GRAMMAR.list("ensuring");
    private static final Set<String> ADVERBS = Orders.GRAMMAR.list("adverbs");

    private Passives() {}

    static Optional<Search> at(Words words, int index) {
        var be = adverbs(words, index);
        if (be > 1 && BE.contains(words.get(be - 1).lower()) && words.get(be - 1).before() == Gap.SPACE) {
            var modal = modal(words, index, adverbs(words, be - 1));
            return modal > 0 && isDemand(words, modal - 1)
                    ? Optional.of(order -> demanded(words, index, modal - 1, order))
                    : Optional.empty();
        }
        if (isAwaited(words, index)) {
            return Optional.of(order -> Objects.behind(words, index, order));
        }
        var wish = wish(words, index);
        if (wish >= 0) {
            return Optional.of(order -> order.isComplete(words, index)
                    ? Objects.found(words, wish + 1, be, order, false)
                    : -1);
        }
        return isEnsured(words, index)
                ? Optional.of(order -> order.isComplete(words, index) ? Objects.subject(words, be - 1, order) : -1)
                : Optional.empty();
    }

    /// "Do not stop until you have deleted …".
    private static boolean isAwaited(Words words, int index) {
        return index > 2 && words.get(index - 1).lower().equals("have")
                && Set.of("you", "we").contains(words.get(index - 2).lower())
                && Set.of("until", "till", "unless").contains(words.get(index - 3).lower());
    }

    /// "Must not be deleted except …" has its modal before the negation; without the exception it is none.
    private static int modal(Words words, int index, int behind) {
        var negated = behind > 1 && NEGATING.contains(words.get(behind - 1).lower());
        return negated && Phrases.excepts(words, index) ? behind - 1 : behind;
    }

    private static int demanded(Words words, int index, int modal, Order order) {
        if (!order.far() && !order.isComplete(words, index)) {
            return -1;
        }
        var subject = Objects.subject(words, modal, order);
        return subject >= 0 ? subject : Objects.behind(words, index, order);
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

    private static boolean isWish(Words words, int index) {
        var word = words.get(index).lower();
        var before = index == 0 ? "" : words.get(index - 1).lower();
        return GETTING.contains(word) ? Imperatives.are(words, index) : WISHERS.contains(before) || word.equals("like");
    }

    /// "Must be", "is to be"; "can be" asks for it only when it says when.
    private static boolean isDemand(Words words, int modal) {
        var word = words.get(modal).lower();
        if (isOfNone(words, modal)) {
            return false;
        }
        if (word.equals("to") && modal > 0 && NEGATING.contains(words.get(modal - 1).lower())) {
            return Phrases.excepts(words, modal);
        }
        if (!ALLOWING.contains(word)) {
            return MODALS.contains(word);
        }
        for (var i = modal; i > 0 && i > modal - BACK && words.get(i).before().isWithinSentence(); i--) {
            if (SOON.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "None of the services notifier, auditor and watcher is to": the sentence begins with it, and no other verb stands between.
    private static boolean isOfNone(Words words, int modal) {
        // "Is to" is one
        var begin = Math.max(0, modal - 1);
        while (begin > 0 && begin > modal - BACK && words.get(begin).before().isWithinSentence()
                && (begin == modal - 1 || !VERBS.contains(words.get(begin).lower()))) {
            begin--;
        }
        return OF_NONE.contains(words.get(begin).lower()) && !words.get(begin).before().isWithinSentence();
    }

    /// "Make sure that all volumes are removed": without that it tells of them.
    private static boolean isEnsured(Words words, int index) {
        if (index == 0 || !STATING.contains(words.get(index - 1).lower())) {
            return false;
        }
        for (var i = index - 1; i > 0 && i > index - BACK && words.get(i).before().isWithinSentence(); i--) {
            var word = words.get(i - 1).lower();
            if (NEGATING.contains(word)) {
                return false;
            }
            var sees = word.equals("see") && words.get(i).lower().equals("that") && Imperatives.are(words, i - 1);
            if (sees || ENSURING.contains(word)
                    || word.equals("it") && i > 1 && words.get(i - 2).lower().equals("to")) {
                return true;
            }
        }
        return false;
    }

    /// The index behind the last word before this one that is no adverb.
    private static int adverbs(Words words, int index) {
        var at = index;
        while (at > 0 && words.get(at).before() == Gap.SPACE && (words.get(at - 1).lower().endsWith("ly")
                || ADVERBS.contains(words.get(at - 1).lower()))) {
            at--;
        }
        return at;
    }
}
