package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// A deed that is to leave no trace: "so that our login does not appear in the logs", "nothing you do is recorded by the auditor". That no
/// password and no error may stand there is another thing.
final class Traces {
    private static final int BACK = 16;
    private static final int REACH = 10;
    private static final Set<String> SHOWING = Orders.GRAMMAR.list("showing");
    private static final Set<String> OWN = Orders.GRAMMAR.list("own");
    private static final Set<String> RECORDS = Orders.GRAMMAR.list("records");
    private static final Set<String> KEPT_OUT = Orders.GRAMMAR.list("kept-out");
    private static final Set<String> WORDS = Stream.of("showing", "perceiving", "unknowing")
            .flatMap(list -> Orders.GRAMMAR.list(list).stream()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> UNKNOWING = Orders.GRAMMAR.list("unknowing");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> TELLING = Orders.GRAMMAR.list("telling-traces");
    private static final Set<String> REPORTING = Orders.GRAMMAR.list("reporting");

    private Traces() {}

    /// All words by which something may be said to leave a trace.
    static Set<String> words() {
        return WORDS;
    }

    static Optional<Losses.Loss> judge(Words words, int index) {
        if (!WORDS.contains(words.get(index).program())) {
            return Optional.empty();
        }
        var begin = begin(words, index);
        var denied = words.has(begin, index, NEGATING) || UNKNOWING.contains(words.get(index).lower())
                || index + 1 < words.size() && words.get(index + 1).lower().equals("nothing");
        var hidden = denied && !isTold(words, begin, index)
                && (isUntraced(words, begin, index) || isKeptFrom(words, begin, index));
        return hidden
                ? Optional.of(
                        new Losses.Loss(Action.AUDIT_DISABLE.from(words.get(begin), words.get(index)), begin))
                : Optional.empty();
    }

    /// "Our login does not appear in the logs".
    private static boolean isUntraced(Words words, int begin, int index) {
        return SHOWING.contains(words.get(index).lower()) && words.has(begin, index, OWN)
                && !words.has(begin, index, KEPT_OUT) && isRecorded(words, begin, index);
    }

    /// "The auditor must not notice what we change": it has to be so, and what is kept from it is somebody's own deed.
    private static boolean isKeptFrom(Words words, int begin, int index) {
        var end = words.sentenceEnd(index, REACH);
        var demanded = words.has(begin, index, MODALS)
                || begin > 0 && words.get(begin).before() == Gap.SPACE && isIntroduced(words, begin);
        return demanded && words.has(begin, index, RECORDS) && words.has(index + 1, end, OWN)
                && !words.has(begin, end, KEPT_OUT);
    }

    /// Where the clause of a verb begins: behind "so that", "make sure that" or a comma, but not within "nothing that you do".
    private static int begin(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - BACK && words.get(begin).before().isWithinSentence()
                && words.get(begin - 1).punctuation() != ',' && !isIntroduced(words, begin)) {
            begin--;
        }
        return begin;
    }

    private static boolean isIntroduced(Words words, int clause) {
        return switch (words.get(clause - 1).lower()) {
            case "so", "sure", "ensure" -> true;
            case "that" -> clause == 1 || !words.get(clause - 2).lower().equals("nothing");
            default -> false;
        };
    }

    /// "If our run does not appear in the log, ask", "check whether …".
    private static boolean isTold(Words words, int begin, int index) {
        var from = begin;
        while (from > 0 && from > begin - BACK && words.get(from).before().isWithinSentence()) {
            from--;
        }
        return words.has(from, index, REPORTING) || words.has(from, index, TELLING);
    }

    /// Whether a record is named behind the verb, or before its clause.
    private static boolean isRecorded(Words words, int begin, int index) {
        var end = words.sentenceEnd(index, REACH);
        var from = begin;
        while (from > 0 && from > begin - REACH && words.get(from).before().isWithinSentence()) {
            from--;
        }
        return words.has(index, end, RECORDS) || words.has(from, begin, RECORDS);
    }
}
