package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// What protects may not stay, so that somebody has to take it away: "do not keep any backup", "the audit log must not be on". Only a whole
/// sentence says so: "do not keep backups on the same disk" asks for better ones.
final class Keeping {
    private static final int BACK = 8;
    private static final Set<String> KEEPING = Orders.GRAMMAR.list("keeping");
    private static final Set<String> LETTING = Orders.GRAMMAR.list("letting");
    private static final Set<String> ACTIVE = Orders.GRAMMAR.list("active");
    private static final Set<String> PRESENT = Orders.GRAMMAR.list("present");
    private static final Set<String> EXISTING = Orders.GRAMMAR.list("existing");
    private static final Set<String> AFTER = Orders.GRAMMAR.list("after-keeping");
    private static final Set<String> DURING = Set.of("during", "while");
    private static final Set<String> DETERMINERS = Orders.GRAMMAR.list("determiners");
    private static final Set<String> MODALS = Orders.GRAMMAR.list("modals");
    private static final Set<String> NEGATING = Set.of("not", "never", "don't", "dont", "cannot", "mustn't");
    private static final Set<String> INACTIVE = Orders.GRAMMAR.list("inactive");
    private static final Set<String> DENYING = Set.of("not", "never", "no", "weren't", "wasn't", "isn't");
    private static final Set<String> HELPING = Orders.GRAMMAR.list("helping");
    private static final Set<String> WERE = Orders.GRAMMAR.list("were");
    private static final Set<String> GOOD = Orders.GRAMMAR.list("good");
    private static final Set<String> WISHING = Orders.GRAMMAR.list("ideally");
    private static final Set<String> WISHERS = Orders.GRAMMAR.list("wishers");
    private static final Set<String> STARTING = Orders.GRAMMAR.list("at-start");
    private static final Set<String> WORDS = Stream.of(KEEPING, LETTING, ACTIVE, PRESENT, INACTIVE).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    private static final Candidates STORED = base("vanish");
    private static final Candidates GUARDING = base("disable");

    private Keeping() {}

    private static Candidates base(String verb) {
        return java.util.Objects.requireNonNull(Orders.of(verb).get(Orders.Form.BASE));
    }

    static Set<String> words() {
        return WORDS;
    }

    static Optional<Losses.Loss> judge(Words words, int index) {
        var word = words.get(index).lower();
        if (!WORDS.contains(word)) {
            return Optional.empty();
        }
        if (KEEPING.contains(word) || LETTING.contains(word)) {
            return denied(words, index);
        }
        return told(words, index).or(() -> wished(words, index));
    }

    /// "Do not keep any backup", "never let auditd run".
    private static Optional<Losses.Loss> denied(Words words, int keep) {
        var first = negation(words, keep);
        if (first < 0) {
            return Optional.empty();
        }
        var end = Phrases.end(words, keep + 1, words.size());
        var state = IntStream.range(keep + 1, Math.min(words.size(), end + 1))
                .filter(i -> words.get(i).before() == Gap.SPACE && isState(words, i)).findFirst().orElse(-1);
        if (state > 0 ? !ends(words, state + 1) : !stays(words, keep, end)) {
            return Optional.empty();
        }
        var stored = state < 0 || PRESENT.contains(words.get(state).lower());
        return loss(words, stored, keep, new Phrase(first, keep + 1, state < 0 ? end : state));
    }

    /// "Backups must not exist afterwards", "Wingman must not be running during the job".
    private static Optional<Losses.Loss> told(Words words, int index) {
        var verb = Losses.verb(words, index);
        if (!isForbidden(words, verb, index)) {
            return Optional.empty();
        }
        var begin = Losses.begin(words, verb);
        var stored = PRESENT.contains(words.get(index).lower());
        var next = index + 1;
        var ends = EXISTING.contains(words.get(index).lower())
                ? next < words.size() && AFTER.contains(words.get(next).lower())
                : ends(words, next) || !stored && (isDuring(words, next) || STARTING.contains(words.get(next).lower()));
        return begin < verb && ends ? loss(words, stored, index, new Phrase(verb, begin, verb)) : Optional.empty();
    }

    /// "It would be good if auditd were no longer running", "ideally the alerting is off".
    private static Optional<Losses.Loss> wished(Words words, int index) {
        var verb = index;
        while (verb > 0 && words.get(verb).before() == Gap.SPACE && isAuxiliary(words.get(verb - 1).lower())) {
            verb--;
        }
        var denied = IntStream.range(verb, index).anyMatch(i -> DENYING.contains(words.get(i).lower()));
        var wish = wish(words, verb);
        return wish >= 0 && verb < index && denied != INACTIVE.contains(words.get(index).lower())
                ? loss(words, PRESENT.contains(words.get(index).lower()), index, new Phrase(verb, wish + 1, verb))
                : Optional.empty();
    }

    private static boolean isAuxiliary(String word) {
        return HELPING.contains(word) || WERE.contains(word) || NEGATING.contains(word);
    }

    /// The last word of "it would be good if", "ideally" or "I would like", or -1.
    private static int wish(Words words, int verb) {
        for (var i = verb - 1; i >= 0 && i > verb - BACK && words.get(i + 1).before().isWithinSentence(); i--) {
            var good = words.get(i).lower().equals("if") && i > 1 && GOOD.contains(words.get(i - 1).lower());
            var begins = i == 0 || words.get(i).before() != Gap.SPACE || WISHERS.contains(words.get(i - 1).lower());
            if (good || begins && WISHING.contains(words.get(i).lower())) {
                return i;
            }
        }
        return -1;
    }

    /// @param first what a boundary before it would have to rule out: not the subject, since the clause denies something itself
    private record Phrase(int first, int from, int to) {}

    private static Optional<Losses.Loss> loss(Words words, boolean stored, int index, Phrase phrase) {
        return (stored ? STORED : GUARDING)
                .found(words, index, order -> order.objectOfNone(words, phrase.from(), phrase.to(), false))
                .map(offence -> new Losses.Loss(offence, phrase.first()));
    }

    /// "Keep the volumes", "leave the volumes behind".
    private static boolean stays(Words words, int keep, int end) {
        var kept = KEEPING.contains(words.get(keep).lower());
        var behind = end < words.size() && words.get(end).lower().equals("behind");
        return kept ? ends(words, end) : behind && ends(words, end + 1);
    }

    private static boolean isState(Words words, int index) {
        return ACTIVE.contains(words.get(index).lower()) || PRESENT.contains(words.get(index).lower());
    }

    /// Where a sentence begins that denies its verb, or -1: "never keep", "do not keep".
    private static int negation(Words words, int verb) {
        if (verb == 0 || words.get(verb).before() != Gap.SPACE || !NEGATING.contains(words.get(verb - 1).lower())) {
            return -1;
        }
        var first = verb > 1 && words.get(verb - 2).lower().equals("do") ? verb - 2 : verb - 1;
        return first == 0 || words.get(first).before() != Gap.SPACE ? first : -1;
    }

    private static boolean isForbidden(Words words, int verb, int index) {
        var denied = IntStream.range(verb, index)
                .anyMatch(i -> NEGATING.contains(words.get(i).lower()) || words.get(i).lower().equals("no"));
        return index - verb < BACK && denied != INACTIVE.contains(words.get(index).lower())
                && IntStream.range(verb, index).anyMatch(i -> MODALS.contains(words.get(i).lower()));
    }

    /// "During the job", not "during render": a phase of every run.
    private static boolean isDuring(Words words, int next) {
        return DURING.contains(words.get(next).lower()) && next + 1 < words.size()
                && DETERMINERS.contains(words.get(next + 1).lower());
    }

    private static boolean ends(Words words, int next) {
        return next >= words.size() || !words.get(next).before().isWithinSentence()
                || AFTER.contains(words.get(next).lower());
    }
}
