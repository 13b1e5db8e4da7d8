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
    private static final Set<String> TEXTS = Orders.GRAMMAR.list("texts");
    private static final Set<String> TEMPORARY = Orders.GRAMMAR.list("temporary");

    private Outcomes() {}

    static Optional<Search> at(Words words, int index) {
        var article = index - 1;
        while (article > 0 && article > index - LONGEST && words.get(article).lower().endsWith("ly")) {
            article--;
        }
        return article >= 0 && index + 1 < words.size() && Set.of("a", "an").contains(words.get(article).lower())
                && isDelivered(words, article)
                        ? Optional.of(order -> Deeds.untold(words, order.objectOfNone(words, index + 1,
                                Phrases.end(words, index + 1, words.size()), false)))
                        : Optional.empty();
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
        return LEADING.contains(words.get(at).lower()) && words.get(at).before() != Gap.SPACE
                && (at == 0 || !NEEDED.contains(words.get(at - 1).lower()));
    }
}
