package dev.wingman.screening.orders;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Words;

/// A loss that is told as what has to be so: "the volume is gone", "no backup may remain", "leave nothing under /srv". Whoever is held to it
/// has to delete. Only a whole sentence is such a criterion; what a test made, or what is temporary, may be gone, and so may one
/// container or file that is named, which a criterion may check.
public final class Losses {
    private static final int BACK = 16;
    private static final Set<String> NEGATING = Orders.GRAMMAR.list("none-of");
    private static final Set<String> ANY = Orders.GRAMMAR.list("any-of");
    private static final Set<String> GONE = Orders.GRAMMAR.list("gone");
    private static final Set<String> REMAINING = Orders.GRAMMAR.list("remaining");
    /// Only of what may be lost, be it rows or secrets, it is said that it survives.
    private static final Set<String> SURVIVING = Set.of("survive", "survives");
    private static final Set<String> EXISTING = Orders.GRAMMAR.list("existing");
    private static final Set<String> LEAVING = Orders.GRAMMAR.list("leaving");
    private static final Set<String> HELPING = Orders.GRAMMAR.list("helping");
    private static final Set<String> ADVERBS = Orders.GRAMMAR.list("loss-adverbs");
    private static final Set<String> HOLDING = Orders.GRAMMAR.list("holding");
    private static final Set<String> BEHIND = Orders.GRAMMAR.list("behind-loss");
    private static final Set<String> TEMPORARY = Orders.GRAMMAR.list("temporary");
    private static final Set<String> TELLING = Orders.GRAMMAR.list("reporting");
    private static final Set<String> CHECKED = Orders.GRAMMAR.list("checked");
    private static final Set<String> SEVERAL = Orders.GRAMMAR.list("joining");
    private static final Set<String> CLAUSAL = Orders.GRAMMAR.list("clausal");
    private static final Set<String> LISTING = Set.of("or", "and", "nor", "a", "an");
    private static final Set<String> OF = Orders.GRAMMAR.list("of");
    private static final Set<String> JOINING = Orders.GRAMMAR.list("loss-joining");

    private static final Set<String> WORDS = Stream.of(LEAVING, GONE, REMAINING, EXISTING).flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /// What may be lost: whatever may vanish.
    private static final Candidates CANDIDATES = java.util.Objects
            .requireNonNull(Orders.of("vanish").get(Orders.Form.BASE));

    private Losses() {}

    /// A loss that is asked for.
    ///
    /// @param offence what is asked for
    /// @param first the word by which its clause begins: what denies it stands before that, not in it
    public record Loss(Offence offence, int first) {}

    /// All words by which a loss may be told.
    public static Set<String> words() {
        return Stream.of(WORDS, Traces.words(), Keeping.words(), Suspensions.words()).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Judges a word that may tell of a loss, be it of a trace.
    public static Optional<Loss> judge(Words words, int index) {
        return lost(words, index).or(() -> Traces.judge(words, index)).or(() -> Keeping.judge(words, index))
                .or(() -> Suspensions.judge(words, index));
    }

    private static Optional<Loss> lost(Words words, int index) {
        if (!WORDS.contains(words.get(index).program())) {
            return Optional.empty();
        }
        var leaves = LEAVING.contains(words.get(index).lower());
        var verb = verb(words, index);
        var begin = leaves ? index + 1 : begin(words, verb);
        return (leaves ? left(words, index, begin) : told(words, index, begin, verb))
                .flatMap(search -> CANDIDATES.found(words, index, search))
                .map(offence -> new Loss(offence, leaves ? index : begin));
    }

    /// "Leave no volume behind", "do not leave a single row".
    private static Optional<Search> left(Words words, int leave, int begin) {
        if (!Imperatives.are(words, leave)) {
            return Optional.empty();
        }
        var none = none(words, begin);
        return none > begin ? Optional.of(remains(words, begin, none, false)) : Optional.empty();
    }

    private static Optional<Search> told(Words words, int index, int begin, int verb) {
        var word = words.get(index).lower();
        if (begin >= verb || isCheckable(words, begin, verb) || !ends(words, index) || Objects.isText(words, index + 1)
                || isTemporary(words, begin, verb)) {
            return Optional.empty();
        }
        var none = none(words, begin);
        if (none > begin) {
            return REMAINING.contains(word)
                    ? Optional.of(
                            remains(words, begin, none, SURVIVING.contains(word) || isEverywhere(words, begin, index)))
                    : Optional.empty();
        }
        var over = GONE.contains(word) && verb < index && !isDenied(words, verb, index)
                || EXISTING.contains(word) && isNoLonger(words, verb, index);
        return over
                ? Optional.of(order -> order.object(words, begin, verb, Phrases.isWhole(words, begin, verb)))
                : Optional.empty();
    }

    /// "No volume", "not a single row", "nothing under /srv".
    private static Search remains(Words words, int begin, int none, boolean all) {
        var nothing = none == begin + 1 && words.get(begin).lower().equals("nothing");
        var noun = nothing ? within(words, none) : none;
        return order -> {
            var from = noun;
            var object = -1;
            while (object < 0 && from < Math.min(words.size(), noun + BACK)) {
                var end = subject(words, from, Phrases.end(words, from, Math.min(words.size(), from + BACK)));
                var kept = !isTemporary(words, from, end);
                object = !kept
                        ? -1
                        : nothing ? order.object(words, from, end, all) : order.objectOfNone(words, from, end, all);
                from = next(words, end);
            }
            return object;
        };
    }

    /// Where the next thing of a list begins, or the end of the text: "no image, container or volume".
    private static int next(Words words, int end) {
        var at = end;
        while (at < words.size() && LISTING.contains(words.get(at).lower())) {
            at++;
        }
        var listed = at < words.size() && (at > end || words.get(end - 1).punctuation() == ',');
        return listed && words.get(at).before().isWithinSentence() ? at : words.size();
    }

    /// "No rows … in every table", not "no rows with errors …".
    private static boolean isEverywhere(Words words, int begin, int index) {
        if (IntStream.range(begin, index).anyMatch(i -> words.get(i).lower().equals("with"))) {
            return false;
        }
        for (var i = index + 1; i < words.size() && i < index + 4 && words.get(i).before().isWithinSentence(); i++) {
            if (Phrases.isWhole(words, i, i + 1) && OF.contains(words.get(i - 1).lower())) {
                return true;
            }
        }
        return false;
    }

    /// Where a noun's phrase ends before the verb that says that it does not remain.
    private static int subject(Words words, int from, int end) {
        for (var i = from + 1; i < end; i++) {
            if (REMAINING.contains(words.get(i).lower()) || HELPING.contains(words.get(i).lower())
                    || BEHIND.contains(words.get(i).lower())) {
                return i;
            }
        }
        return end;
    }

    /// What stands behind "under", "in" or "of".
    private static int within(Words words, int from) {
        for (var i = from; i < Math.min(words.size(), from + BACK) && words.get(i).before().isWithinSentence(); i++) {
            if (OF.contains(words.get(i).lower())) {
                return i + 1;
            }
        }
        return words.size();
    }

    /// The index behind what denies that there is any, or the beginning.
    private static int none(Words words, int begin) {
        if (begin >= words.size() || !NEGATING.contains(words.get(begin).lower())) {
            return begin;
        }
        var at = begin + 1;
        while (at < Math.min(words.size(), begin + BACK) && ANY.contains(words.get(at).lower())) {
            at++;
        }
        return at;
    }

    /// Where the auxiliary verbs begin that belong to a word: "is", "may be", "have all".
    static int verb(Words words, int index) {
        var at = index;
        while (at > 0 && at > index - BACK && words.get(at).before() == Gap.SPACE && isHelping(words.get(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isHelping(Word word) {
        return word.punctuation() == ' '
                && (HELPING.contains(word.lower()) || ADVERBS.contains(word.lower()) || word.lower().endsWith("ly"));
    }

    private static boolean isDenied(Words words, int verb, int index) {
        for (var i = verb; i < index; i++) {
            if (NEGATING.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /// "No longer exists", "does not exist any more".
    private static boolean isNoLonger(Words words, int verb, int index) {
        var longer = false;
        for (var i = verb; i < Math.min(words.size(), index + 3); i++) {
            longer = longer || Set.of("longer", "more", "anymore").contains(words.get(i).lower());
        }
        return longer;
    }

    /// Where the clause of a subject begins, when it is one of its own or one that somebody is held to; else the verb.
    static int begin(Words words, int verb) {
        var at = verb;
        while (at > 0 && at > verb - BACK && words.get(at).before().isWithinSentence()
                && (words.get(at - 1).punctuation() != ',' || isListed(words, at)) && !isHeld(words, at)) {
            at--;
            if (CLAUSAL.contains(words.get(at).lower()) || TELLING.contains(words.get(at).lower())) {
                return verb;
            }
        }
        while (at < verb && JOINING.contains(words.get(at).lower())) {
            at++;
        }
        return at;
    }

    /// Whether a word behind a comma is one of a list: it alone stands before the next comma or "or".
    private static boolean isListed(Words words, int index) {
        return index + 1 < words.size()
                && (words.get(index).punctuation() == ',' || LISTING.contains(words.get(index + 1).lower()));
    }

    /// "Make sure", "see to it that".
    private static boolean isHeld(Words words, int clause) {
        var that = words.get(clause - 1).lower().equals("that") && clause > 1;
        return HOLDING.contains(words.get(that ? clause - 2 : clause - 1).lower())
                || words.get(clause - 1).punctuation() == ':';
    }

    /// Whether nothing else is said of it: "no container remains unhealthy" tells of another thing.
    private static boolean ends(Words words, int index) {
        var next = index + 1;
        return next >= words.size() || !words.get(next).before().isWithinSentence()
                || words.get(index).punctuation() != ' ' || BEHIND.contains(words.get(next).lower());
    }

    private static boolean isTemporary(Words words, int from, int to) {
        var temporary = false;
        for (var i = from; i < to; i++) {
            if (SEVERAL.contains(words.get(i).lower()) || words.get(i).punctuation() == ',') {
                return false;
            }
            for (var part : words.get(i).lower().split("[^a-z]+", -1)) {
                temporary = temporary || TEMPORARY.contains(part);
            }
        }
        return temporary;
    }

    /// "Container `shop` is gone" is a criterion that is checked.
    private static boolean isCheckable(Words words, int from, int to) {
        for (var i = from; i < to; i++) {
            if (CHECKED.contains(words.get(i).lower()) && i + 1 < to && words.get(i).punctuation() == ' '
                    && !LISTING.contains(words.get(i + 1).lower())) {
                return true;
            }
        }
        return false;
    }
}
