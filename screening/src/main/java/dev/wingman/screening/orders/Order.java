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
/// @param far whether what counts may stand anywhere behind the verb
/// @param wide whether what must stand near it may stand anywhere, too
/// @param always the nouns that count always
/// @param named those that count by a name, or when all of them are meant
/// @param whole those that count when all of them are meant
record Order(Action action, List<String> particles, boolean far, boolean wide, Nouns always, Nouns named, Nouns whole) {
    private static final int OF = 5;
    private static final Set<String> NONE = Orders.GRAMMAR.list("none");

    Set<String> nouns() {
        var nouns = new HashSet<String>();
        Stream.of(always, named, whole).forEach(column -> nouns.addAll(column.near().keySet()));
        return nouns;
    }

    /// The same order by the noun of its deed: "teardown" needs no "down".
    Order asDeed() {
        return new Order(action, List.of(), far, wide, always, named, whole);
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

    private boolean fits(Words words, int noun, int from, int to, boolean all, boolean named) {
        return always.hold(words, noun, from, to)
                || (all || named || Phrases.isNamed(words, from, noun)) && this.named.hold(words, noun, from, to)
                || all && whole.hold(words, noun, from, to);
    }

    /// Whether a word counts wherever it stands, when it ends what is said of it.
    boolean reaches(Words words, int index, int from, int to) {
        return wide ? always.holdAmong(words, index, from, to) : always.hold(words, index, from, to);
    }

    /// Whether a word before names what "it" or "them" stands for.
    boolean isMeant(Words words, int noun) {
        return always.hold(words, noun, Math.max(0, noun - 2), noun + 2);
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
