package dev.wingman.gatekeeper.domain.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.wingman.screening.actions.Lexicon;

/// What a word does to the risk of a sentence: the lists of `hazards.tsv`.
enum Sense {

    LOSES(0), LOSES_WHOLE(1), CHANGES(2), TOUCHES(3), EDITING(4), PARTS(5), UNUSED(6), HOLDS(7),
    DENIES(8), RULES_OUT(9), TURNS(10), TURNS_AWAY(11), TAKES_BACK(12), BE(13), ORDERS(14);

    /// Lists of beginnings of words; the others are of whole words.
    private static final Set<Sense> BEGINNINGS = EnumSet.of(LOSES, CHANGES, TOUCHES);
    private static final Map<String, Integer> WHOLE = new HashMap<>();
    private static final Map<Character, List<Stem>> STEMS = new HashMap<>();
    /// For each first letter which lengths there are, and which second letters a beginning has: nearly all words are neither.
    private static final long[] LENGTHS = new long[26];
    private static final int[] SECONDS = new int[26];

    private record Stem(String text, int bit) {}

    static {
        var words = Lexicon.beside(Sense.class, "hazards.tsv");
        for (var sense : values()) {
            for (var word : words.list(sense.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                if (BEGINNINGS.contains(sense)) {
                    STEMS.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(new Stem(word, sense.bit()));
                    SECONDS[word.charAt(0) - 'a'] |= 1 << word.charAt(1) - 'a';
                } else {
                    WHOLE.merge(word, sense.bit(), (one, other) -> one | other);
                    LENGTHS[word.charAt(0) - 'a'] |= 1L << word.length();
                }
            }
        }
    }

    private final int bit;

    /// @param place of its bit
    Sense(int place) {
        bit = 1 << place;
    }

    int bit() {
        return bit;
    }

    boolean isIn(int senses) {
        return (senses & bit) != 0;
    }

    /// All senses of a word, as bits. It has one letter at least.
    static int of(String text, int from, int to) {
        var first = Character.toLowerCase(text.charAt(from)) - 'a';
        var length = to - from;
        if (first < 0 || first >= LENGTHS.length) {
            return 0;
        }
        var second = length > 1 ? Character.toLowerCase(text.charAt(from + 1)) - 'a' : -1;
        var begins = second >= 0 && second < LENGTHS.length && (SECONDS[first] >> second & 1) != 0;
        if (!begins && (length >= Long.SIZE || (LENGTHS[first] >> length & 1) == 0)) {
            return 0;
        }
        var word = text.substring(from, to).toLowerCase(Locale.ROOT);
        var senses = WHOLE.getOrDefault(word, 0);
        for (var stem : begins ? STEMS.getOrDefault(word.charAt(0), List.of()) : List.<Stem>of()) {
            senses |= word.startsWith(stem.text()) ? stem.bit() : 0;
        }
        return senses;
    }
}
