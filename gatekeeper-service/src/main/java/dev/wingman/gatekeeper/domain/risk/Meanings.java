package dev.wingman.gatekeeper.domain.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.wingman.contracts.Risk;
import dev.wingman.screening.actions.Lexicon;

/// The words of `hazards.tsv` by what they mean.
final class Meanings {

    /// Lists of beginnings of words; the others are of whole words.
    private static final Set<Sense> BEGINNINGS = EnumSet.of(Sense.LOSES, Sense.CHANGES, Sense.TOUCHES);
    private static final int ROLES = 3;
    private static final int LETTERS = 32;
    private static final Map<String, Meaning> WHOLE = new HashMap<>();
    private static final Map<Character, List<Stem>> STEMS = new HashMap<>();
    /// For each first and last letter which lengths there are: nearly no word is of such a form by chance.
    private static final long[] LENGTHS = new long[LETTERS * LETTERS];
    /// For each first letter which second letters a beginning has.
    private static final int[] SECONDS = new int[LETTERS];
    private static final List<Upheaval> UPHEAVALS = new ArrayList<>();
    private static final long STIRS;

    private record Stem(String text, Meaning meaning) {}

    /// What words mean together, as the roles of each kind of them.
    record Upheaval(Peril peril, long verb, long participle, long noun) {}

    static {
        var lexicon = Lexicon.beside(Meanings.class, "hazards.tsv");
        for (var sense : Sense.values()) {
            for (var word : lexicon.list(sense.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                if (BEGINNINGS.contains(sense)) {
                    begins(word, new Meaning(sense.bit(), 0));
                } else {
                    is(word, new Meaning(sense.bit(), 0));
                }
            }
        }
        var stirs = 0L;
        for (var row : lexicon.rows()) {
            var bit = roles(UPHEAVALS.size());
            var upheaval = new Upheaval(peril(row.getFirst()), bit, bit << 1, bit << 2);
            lexicon.words(row.get(1)).forEach(word -> is(word, new Meaning(0, upheaval.verb())));
            lexicon.words(row.get(2)).forEach(word -> is(word, new Meaning(0, upheaval.participle())));
            lexicon.words(row.get(3)).forEach(word -> is(word, new Meaning(0, upheaval.noun())));
            UPHEAVALS.add(upheaval);
            stirs |= upheaval.verb() | upheaval.participle();
        }
        STIRS = stirs;
    }

    private Meanings() {}

    private static Peril peril(String risk) {
        return switch (Risk.valueOf(risk.toUpperCase(Locale.ROOT))) {
            case MEDIUM -> Peril.CHANGES;
            case HIGH -> Peril.UPSETS;
            case LOW, CRITICAL -> throw new IllegalStateException("hazards.tsv: an upheaval is medium or high");
        };
    }

    /// The first role of a row. A row more than there are bits for would silently mean what another one does.
    static long roles(int row) {
        if (ROLES * (row + 1) > Long.SIZE) {
            throw new IllegalStateException("hazards.tsv has more upheavals than fit into a word's roles");
        }
        return 1L << ROLES * row;
    }

    static List<Upheaval> upheavals() {
        return UPHEAVALS;
    }

    /// What can be the verb of an upheaval, as roles.
    static long stirs() {
        return STIRS;
    }

    /// What a word of a text means. It has one letter at least.
    static Meaning of(String text, int from, int to) {
        var first = text.charAt(from);
        var length = to - from;
        if (first >= 0x80 || length >= Long.SIZE) {
            return Meaning.NONE;
        }
        var begins = length > 1 && (SECONDS[first & LETTERS - 1] >> (text.charAt(from + 1) & LETTERS - 1) & 1) != 0;
        var whole = (LENGTHS[form(first, text.charAt(to - 1))] >> length & 1) != 0;
        if (!begins && !whole) {
            return Meaning.NONE;
        }
        var word = text.substring(from, to).toLowerCase(Locale.ROOT);
        var meaning = WHOLE.getOrDefault(word, Meaning.NONE);
        for (var stem : begins ? STEMS.getOrDefault(word.charAt(0), List.of()) : List.<Stem>of()) {
            meaning = word.startsWith(stem.text()) ? meaning.and(stem.meaning()) : meaning;
        }
        return meaning;
    }

    private static void begins(String word, Meaning meaning) {
        STEMS.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(new Stem(word, meaning));
        SECONDS[word.charAt(0) & LETTERS - 1] |= 1 << (word.charAt(1) & LETTERS - 1);
    }

    private static void is(String word, Meaning meaning) {
        WHOLE.merge(word, meaning, Meaning::and);
        LENGTHS[form(word.charAt(0), word.charAt(word.length() - 1))] |= 1L << word.length();
    }

    /// Large and small letters are the same.
    private static int form(char first, char last) {
        return (first & LETTERS - 1) * LETTERS + (last & LETTERS - 1);
    }
}
