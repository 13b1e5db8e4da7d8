package dev.wingman.screening.orders;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Words;

/// An action asked for in plain words, without a command: "delete all volumes", "the database must be wiped", "start by dropping it".
/// Only an order counts; "the job deletes all volumes" and "a button to delete the volume" are none. The families are `orders.tsv`, and
/// `tongues.tsv` for other languages than English.
public final class OrderRule {
    /// The words by which an order may begin.
    public static final Set<String> VERBS = verbs();

    private OrderRule() {}

    private static Set<String> verbs() {
        var verbs = new HashSet<>(Orders.words());
        verbs.addAll(ForeignOrders.words());
        verbs.addAll(Losses.words());
        verbs.addAll(Unread.words());
        return Set.copyOf(verbs);
    }

    public static Optional<Offence> judge(Words words, int index) {
        return english(words, index).or(() -> Unread.judge(words, index))
                .or(() -> ForeignOrders.judge(words, index));
    }

    /// Whether a verb stands where an order does.
    public static boolean isAsked(Words words, int index) {
        return Imperatives.are(words, index);
    }

    private static Optional<Offence> english(Words words, int index) {
        for (var spoken : Orders.of(words.get(index).program()).entrySet()) {
            var search = switch (spoken.getKey()) {
                case BASE -> Imperatives.at(words, index);
                case PARTICIPLE -> Passives.at(words, index).or(() -> Outcomes.at(words, index));
                case GERUND -> Deeds.gerund(words, index);
                case NOUN -> Deeds.noun(words, index);
            };
            var found = search.flatMap(way -> spoken.getValue().found(words, index, way));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
