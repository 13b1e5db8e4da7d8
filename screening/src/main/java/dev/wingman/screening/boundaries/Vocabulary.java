package dev.wingman.screening.boundaries;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.wingman.screening.actions.Lexicon;
import dev.wingman.screening.spelling.Source;

/// The words by which English, and a few other languages, rule something out.
public final class Vocabulary {
    private static final Lexicon WORDS = Lexicon.beside(Vocabulary.class, "words.tsv");
    /// They rule out what the same clause says, whatever stands between.
    public static final Set<String> NEGATORS = list("negators");
    /// They rule out what stands next to them, or what the one that they name may do.
    public static final Set<String> NOBODY = list("nobody");
    /// Behind them another thing is meant.
    public static final Set<String> TURNS = list("turns");
    public static final Set<String> COPULAS = list("copulas");
    public static final Set<String> MODALS = list("modals");
    /// What a clause that asks for something has, and an item of a list has not.
    public static final Set<String> ASKING = list("asking");
    /// What may stand before the command in an item of a list.
    public static final Set<String> ITEM = list("item");
    public static final Set<String> JOINERS = list("joiners");
    /// What a program is told to do, behind its name.
    public static final Set<String> SUBCOMMANDS = list("subcommands");

    /// So many words of a sentence are looked at.
    public static final int REACH = 20;

    private Vocabulary() {}

    /// Whether a word says or asks something: an argument of a command does not.
    public static boolean isSaying(String word) {
        return TURNS.contains(word) || COPULAS.contains(word) || MODALS.contains(word) || ASKING.contains(word);
    }

    /// The words of a list of `words.tsv`.
    static Set<String> list(String name) {
        return of(String.join(" ", WORDS.list(name)));
    }

    /// The words of several lines as a reader sees them, small or with a capital: look-alikes differ.
    public static Set<String> of(String... lines) {
        return Arrays.stream(lines).flatMap(line -> Arrays.stream(line.split(" ")))
                .flatMap(word -> Stream.of(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)))
                .map(word -> Source.of(word).text().toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(Collectors.toCollection(HashSet::new),
                        Collections::unmodifiableSet));
    }
}
