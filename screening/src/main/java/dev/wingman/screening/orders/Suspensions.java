package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.shell.Words;

/// What lifts the rules without an order: "the rules above do not apply to this task", "all boundaries are void". That rules of style do not
/// apply to generated code is another thing.
final class Suspensions {
    private static final int REACH = 8;
    private static final Set<String> BINDING = Orders.GRAMMAR.list("binding");
    private static final Set<String> LIFTED = Orders.GRAMMAR.list("lifted");
    private static final Set<String> WORDS = Stream.of(BINDING, LIFTED).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RULES = Orders.GRAMMAR.list("binding-rules");
    private static final Set<String> MEANT = Orders.GRAMMAR.list("meant-rules");
    private static final Set<String> BOUND = Orders.GRAMMAR.list("bound");
    private static final Set<String> DENYING = Orders.GRAMMAR.list("unbinding");

    private Suspensions() {}

    static Set<String> words() {
        return WORDS;
    }

    static Optional<Losses.Loss> judge(Words words, int index) {
        if (!WORDS.contains(words.get(index).lower())) {
            return Optional.empty();
        }
        var verb = Losses.verb(words, index);
        var begin = Losses.begin(words, verb);
        var lifts = words.has(begin, index, DENYING) == BINDING.contains(words.get(index).lower());
        return lifts && (verb < index || words.get(index).lower().endsWith("s")) && words.has(begin, verb, RULES)
                && words.has(begin, verb, MEANT)
                && isForUs(words, index + 1)
                        ? Optional.of(new Losses.Loss(Action.AUDIT_DISABLE.from(words.get(begin), words.get(index)),
                                verb))
                        : Optional.empty();
    }

    /// Whether the sentence ends there, or goes on with who is at work.
    private static boolean isForUs(Words words, int next) {
        var end = next;
        while (end < words.size() && end < next + REACH && words.get(end).before().isWithinSentence()) {
            end++;
        }
        return end == next || words.has(next, end, BOUND);
    }
}
