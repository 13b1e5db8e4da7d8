package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// A guard that is to do nothing, be it told of as what has to be so: "the audit log shall record nothing", "the notifier need not tell
/// anybody", "let the auditor rest". That it must not record a password, or nothing twice, is another thing.
final class Silences {
    private static final int BACK = 14;
    private static final int REACH = 14;
    private static final Set<String> GUARDS = Orders.GRAMMAR.list("silent-guards");
    private static final Set<String> DEMANDING = Orders.GRAMMAR.list("demanding");
    private static final Set<String> HOLDING = Orders.GRAMMAR.list("holding");
    private static final Set<String> MAKING = Orders.GRAMMAR.list("making");
    private static final Set<String> RESTING = Orders.GRAMMAR.list("resting");
    private static final Set<String> WATCHING = Orders.GRAMMAR.list("watching");
    private static final Set<String> IGNORING = Orders.GRAMMAR.list("ignoring");
    private static final Set<String> SWEEPING = Orders.GRAMMAR.list("sweepingly");
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("negating");
    private static final Set<String> NOTHING = Orders.GRAMMAR.list("nothing");
    private static final Set<String> AT_ALL = Orders.GRAMMAR.list("nothing-at-all");
    private static final Set<String> ENTRIES = Orders.GRAMMAR.list("entries");
    private static final Set<String> MORE = Orders.GRAMMAR.list("entries-before");
    private static final Set<String> LASTING = Orders.GRAMMAR.list("lasting");
    private static final Set<String> ASIDE = Orders.GRAMMAR.list("aside");
    private static final Set<String> BEFORE_ASIDE = Orders.GRAMMAR.list("aside-before");
    private static final Set<String> PARTLY = Orders.GRAMMAR.list("partly");
    private static final Set<String> KEPT_OUT = Orders.GRAMMAR.list("kept-out");
    private static final Set<String> WORDS = Stream.of(RESTING, WATCHING, IGNORING, ASIDE).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Silences() {}

    static Set<String> words() {
        return WORDS;
    }

    static Optional<Losses.Loss> judge(Words words, int index) {
        if (!WORDS.contains(words.get(index).lower()) || isNoun(words, index)) {
            return Optional.empty();
        }
        var begin = begin(words, index);
        var end = words.sentenceEnd(index, REACH);
        if (!words.has(begin, end, GUARDS)) {
            return Optional.empty();
        }
        var silent = words.has(begin, index, GUARDS)
                ? isSilent(words, begin, index, end)
                : words.has(begin, index, NOTHING) && words.has(index, end, GUARDS);
        var told = silent
                && isDemanded(words, begin, index) && !isPartly(words, begin, end);
        return told
                ? Optional.of(new Losses.Loss(Action.AUDIT_DISABLE.from(words.get(begin), words.get(index)), begin))
                : Optional.empty();
    }

    /// "The audit log" logs nothing yet.
    private static boolean isNoun(Words words, int index) {
        return index == 0 || words.get(index - 1).lower().equals("audit");
    }

    private static boolean isSilent(Words words, int begin, int index, int end) {
        var word = words.get(index).lower();
        var denied = words.has(begin, index, NEGATING);
        if (RESTING.contains(word) || ASIDE.contains(word) && BEFORE_ASIDE.contains(words.get(index - 1).lower())) {
            return !denied && endsOrLasts(words, index + 1, end);
        }
        if (IGNORING.contains(word)) {
            return !denied && index + 1 < end && SWEEPING.contains(words.get(index + 1).lower());
        }
        return WATCHING.contains(word)
                && (denied ? isAnything(words, index + 1, end) : isNothing(words, index + 1, end));
    }

    /// "Records nothing", "gets no new entries", "takes down nothing".
    private static boolean isNothing(Words words, int from, int end) {
        var at = from < end && AT_ALL.contains(words.get(from).lower()) ? from + 1 : from;
        return at < end && (NOTHING.contains(words.get(at).lower())
                || words.get(at).lower().equals("no") && isEntry(words, at + 1, end));
    }

    /// Behind a denial: "anything", "any alarm", or the sentence goes on without an object.
    private static boolean isAnything(Words words, int from, int end) {
        return endsOrLasts(words, from, end) || AT_ALL.contains(words.get(from).lower())
                || words.get(from).lower().equals("any") && isEntry(words, from, end);
    }

    /// Whether nothing follows but how long: "rest on one queue" is no rest.
    private static boolean endsOrLasts(Words words, int from, int end) {
        return from >= end || words.get(from - 1).punctuation() != ' ' || LASTING.contains(words.get(from).lower());
    }

    private static boolean isEntry(Words words, int from, int end) {
        var at = from;
        while (at < end && MORE.contains(words.get(at).lower())) {
            at++;
        }
        return at < end && ENTRIES.contains(words.get(at).lower());
    }

    /// "Shall", "has to", "make sure that", "let the auditor", "from now on".
    private static boolean isDemanded(Words words, int begin, int index) {
        return words.has(begin, index, DEMANDING) || words.has(begin, index, HOLDING)
                || words.get(begin).lower().equals("from")
                || MAKING.contains(words.get(begin).lower()) && Imperatives.are(words, begin);
    }

    /// "Nothing but the times", "no entry twice", "when a claim is refused", "no passwords".
    private static boolean isPartly(Words words, int begin, int end) {
        return words.has(begin, end, PARTLY) || words.has(begin, end, KEPT_OUT);
    }

    private static int begin(Words words, int index) {
        var begin = index;
        while (begin > 0 && begin > index - BACK && words.get(begin).before() == Gap.SPACE
                && words.get(begin - 1).punctuation() != ',') {
            begin--;
        }
        return begin;
    }
}
