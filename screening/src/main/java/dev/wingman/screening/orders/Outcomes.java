package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// A thing that is to be delivered in a state that only a deed brings about: "a server with a freshly formatted disk". It is an order where
/// such a thing is a sentence of its own, not in "a report on the formatted disks".
final class Outcomes {
    private static final int LONGEST = 10;
    private static final Set<String> LEADING = Orders.GRAMMAR.list("delivered");
    private static final Set<String> NEEDED = Orders.GRAMMAR.list("presupposing");
    private static final Set<String> ALL = Set.of("all", "everything");
    private static final Set<String> TEXTS = Orders.GRAMMAR.list("texts");
    private static final Set<String> TEMPORARY = Orders.GRAMMAR.list("temporary");

    private Outcomes() {}

    static Optional<Search> at(Words words, int index) {
        var article = article(words, index);
        if (article >= 0) {
            return Optional.of(order -> isPresupposed(words, article) && !order.isRight()
                    ? -1
                    : Deeds.untold(words, order.objectOfNone(words, index + 1,
                            Phrases.end(words, index + 1, words.size()), false)));
        }
        var with = with(words, index);
        return with > 0 && isDelivered(words, with)
                ? Optional.of(order -> isPresupposed(words, with) && !order.isRight()
                        ? -1
                        : Objects.found(words, with + 1, index, order, false))
                : Optional.empty();
    }

    /// The article before "freshly formatted" where such a thing is delivered, or -1.
    private static int article(Words words, int index) {
        var article = index - 1;
        while (article > 0 && article > index - LONGEST && words.get(article).lower().endsWith("ly")) {
            article--;
        }
        return article >= 0 && index + 1 < words.size() && Set.of("a", "an").contains(words.get(article).lower())
                && isDelivered(words, article) ? article : -1;
    }

    /// "An empty folder, with everything under /srv erased", "…, everything erased": the word before what a participle is said of, or -1.
    private static int with(Words words, int index) {
        for (var i = index - 1; i > 0 && i > index - LONGEST && words.get(i + 1).before().isWithinSentence()
                && words.get(i).punctuation() == ' '; i--) {
            if (words.get(i).lower().equals("with")) {
                return i;
            }
            if (ALL.contains(words.get(i).lower()) && words.get(i - 1).punctuation() == ',') {
                return i - 1;
            }
        }
        return -1;
    }

    /// Whether what a sentence names has to be there already: "dependencies: a formatted disk".
    private static boolean isPresupposed(Words words, int within) {
        var begin = begin(words, within);
        return begin > 0 && NEEDED.contains(words.get(begin - 1).lower());
    }

    private static int begin(Words words, int within) {
        var begin = within;
        while (begin > 0 && begin > within - LONGEST && words.get(begin).before() == Gap.SPACE) {
            begin--;
        }
        return begin;
    }

    /// Whether nothing but things, each with another, stands before a word in its sentence.
    private static boolean isDelivered(Words words, int article) {
        var at = article;
        while (at > 0 && at > article - LONGEST && words.get(at).before() == Gap.SPACE) {
            at--;
            var word = words.get(at).lower();
            if (Phrases.isGoingOn(word) && !Set.of("with", "and").contains(word) || TEXTS.contains(word)
                    || TEMPORARY.contains(word)) {
                return false;
            }
        }
        return LEADING.contains(words.get(at).lower()) && words.get(at).before() != Gap.SPACE;
    }
}
