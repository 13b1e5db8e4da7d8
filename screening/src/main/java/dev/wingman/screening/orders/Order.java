package dev.wingman.screening.orders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.shell.Words;

/// One verb of one line of `orders.tsv`.
///
/// @param action what is asked for
/// @param particles what belongs to the verb: one may stand behind the noun, two stand before it
/// @param reach where what counts may stand
/// @param always the nouns that count always
/// @param named those that count by a name, or when all of them are meant
/// @param whole those that count when all of them are meant
record Order(Action action, List<String> particles, Reach reach, Nouns always, Nouns named, Nouns whole) {
    /// Where the noun of an order may stand, and what must stand near it.
    enum Reach {
        /// The noun is the object.
        OBJECT("", false, false),
        /// It is the object; what must be near it stands anywhere in the sentence.
        OBJECT_OF_SENTENCE("<", false, true),
        /// It stands anywhere behind the verb.
        FAR(">", true, false),
        /// Both of them.
        WIDE(">>", true, true);

        private final String sign;
        private final boolean far;
        private final boolean wide;

        Reach(String sign, boolean far, boolean wide) {
            this.sign = sign;
            this.far = far;
            this.wide = wide;
        }

        /// By the sign behind a verb.
        static Reach of(String sign) {
            return Stream.of(values()).filter(reach -> reach.sign.equals(sign)).findFirst().orElseThrow();
        }
    }

    /// Stands in the table for no noun at all.
    private static final String BARE = ".";
    private static final int OF = 5;
    private static final int SENTENCE = 18;
    private static final Set<String> NONE = Orders.GRAMMAR.list("none");

    Set<String> nouns() {
        var nouns = new HashSet<String>();
        Stream.of(always, named, whole).forEach(column -> nouns.addAll(column.words()));
        return nouns;
    }

    /// Whether it asks for a right, and not for a deed: whoever needs a privileged container has to be given one.
    boolean isRight() {
        return action == Action.DOCKER_SOCKET || action == Action.ACCOUNT_CHANGE;
    }

    /// Whether a text is not edited by it, but tells what nobody may read.
    boolean isLeak() {
        return action == Action.SECRET_EXPOSURE;
    }

    /// Whether it needs no noun where its sentence ends: "rebase, then force-push".
    boolean isBare() {
        return always.near().containsKey(BARE);
    }

    /// The same order by the noun of its deed: "teardown" needs no "down".
    Order asDeed() {
        return new Order(action, List.of(), reach, always, named, whole);
    }

    /// Whether the particle of the verb follows it.
    boolean isComplete(Words words, int index) {
        var at = index + 1;
        for (var particle : particles) {
            if (at >= words.size() || !words.get(at++).lower().equals(particle)) {
                return false;
            }
        }
        return true;
    }

    /// The word between two others that is the object of the order, or -1: the last one of a phrase but for its names.
    int object(Words words, int from, int to, boolean all) {
        return object(words, from, to, all, false);
    }

    /// The same in a phrase behind "no": it needs no article.
    int objectOfNone(Words words, int from, int to, boolean all) {
        return object(words, from, to, all, true);
    }

    private int object(Words words, int from, int to, boolean all, boolean bare) {
        var named = bare;
        for (var i = to - 1; i >= from; i--) {
            if (Phrases.isMinor(words, i)) {
                return -1;
            }
            var last = i > from || named || Phrases.isMass(words.get(i).lower()) || of(words, to) > to;
            if (fits(words, i, from, beside(words, to), all, named) && last) {
                return isNone(words, from, to) && !Phrases.excepts(words, i) ? -1 : i;
            }
            if (!Phrases.isName(words, i)) {
                return -1;
            }
            named = true;
        }
        return -1;
    }

    /// Whether a word is the object of the deed whose noun stands behind it: "volume removal".
    boolean isDoneTo(Words words, int from, int noun) {
        return fits(words, noun, from, noun + 1, Phrases.isWhole(words, from, noun), false);
    }

    /// "The socket of the engine": what stands behind "of" is near.
    private static int of(Words words, int to) {
        return behind(words, to, Set.of("of"));
    }

    /// "An account with root rights": what stands behind "with" is near, too.
    private static int beside(Words words, int to) {
        return behind(words, to, Set.of("of", "with"));
    }

    private static int behind(Words words, int to, Set<String> prepositions) {
        var goesOn = to < words.size() && prepositions.contains(words.get(to).lower());
        return goesOn ? Math.min(words.size(), to + OF) : to;
    }

    boolean far() {
        return reach.far;
    }

    boolean wide() {
        return reach.wide;
    }

    private boolean fits(Words words, int noun, int from, int to, boolean all, boolean named) {
        return (wide() ? isMeantInSentence(words, noun) : always.hold(words, noun, from, to))
                || (all || named || Phrases.isNamed(words, from, noun)) && this.named.hold(words, noun, from, to)
                || all && whole.hold(words, noun, from, to);
    }

    private boolean isMeantInSentence(Words words, int noun) {
        var from = noun;
        while (from > 0 && from > noun - SENTENCE && words.get(from).before().isWithinSentence()) {
            from--;
        }
        var to = noun + 1;
        while (to < Math.min(words.size(), noun + SENTENCE) && words.get(to).before().isWithinSentence()) {
            to++;
        }
        return always.holdAmong(words, noun, from, to);
    }

    /// Whether a word counts wherever it stands, when it ends what is said of it.
    boolean reaches(Words words, int index, int from, int to) {
        return wide() ? always.holdAmong(words, index, from, to) : always.hold(words, index, from, to);
    }

    /// Whether a word before names what "it" or "them" stands for.
    boolean isMeant(Words words, int noun) {
        return wide() ? isMeantInSentence(words, noun) : always.hold(words, noun, Math.max(0, noun - 2), noun + 2);
    }

    private static boolean isNone(Words words, int from, int to) {
        for (var i = from; i < to; i++) {
            if (NONE.contains(words.get(i).lower())) {
                return true;
            }
        }
        return false;
    }
}
