package dev.wingman.screening.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Words;

/// All orders that a word in one of its forms may begin, and an index by their nouns: most times none of these stands near the word, and
/// nothing more need be asked.
final class Candidates {
    private static final int NEAR = 20;
    private static final int MOST = Long.SIZE;
    private final List<Order> orders = new ArrayList<>();
    /// For each noun a bit for each order that has it.
    private final Map<String, Long> byNoun = new HashMap<>();
    /// The bits of those that need none.
    private long bare;

    void add(Order order) {
        if (orders.size() == MOST) {
            throw new IllegalStateException("a verb has more than " + MOST + " lines in orders.tsv");
        }
        var bit = 1L << orders.size();
        orders.add(order);
        bare |= order.isBare() ? bit : 0;
        order.nouns().forEach(noun -> byNoun.merge(noun, bit, (one, other) -> one | other));
    }

    /// The orders of two verbs that have a form in common, "enrol" and "enroll".
    static Candidates joined(Candidates one, Candidates other) {
        var joined = new Candidates();
        one.orders.forEach(joined::add);
        other.orders.forEach(joined::add);
        return joined;
    }

    /// The orders of which a noun, or a path, stands near the word at an index.
    List<Order> near(Words words, int index) {
        var bits = bare;
        for (var i = Math.max(0, index - NEAR); i < Math.min(words.size(), index + NEAR); i++) {
            var word = words.get(i);
            bits |= i == index ? 0L : byNoun.getOrDefault(word.lower(), 0L);
            if (!word.isPlain() && word.text().indexOf('/') >= 0) {
                for (var path : Nouns.paths(word.lower())) {
                    bits |= byNoun.getOrDefault(path, 0L);
                }
            }
        }
        return bits == 0 ? List.of() : chosen(bits);
    }

    /// The first of the orders whose object a search finds.
    Optional<Offence> found(Words words, int index, Search search) {
        for (var order : near(words, index)) {
            var object = search.in(order);
            if (object >= 0) {
                var first = words.get(Math.min(index, object));
                return Optional.of(order.action().from(first, words.get(Math.max(index, object))));
            }
        }
        return Optional.empty();
    }

    private List<Order> chosen(long bits) {
        var chosen = new ArrayList<Order>();
        for (var left = bits; left != 0; left &= left - 1) {
            chosen.add(orders.get(Long.numberOfTrailingZeros(left)));
        }
        return chosen;
    }
}
