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

/// What a word does to the risk of a sentence: the lists of `hazards.tsv`.
enum Sense {

    LOSES(0), LOSES_WHOLE(1), CHANGES(2), TOUCHES(3), EDITING(4), PARTS(5), UNUSED(6), HOLDS(7),
    DENIES(8), RULES_OUT(9), TURNS(10), TURNS_AWAY(11), TAKES_BACK(12), BE(13), ORDERS(14), WIDGETS(15),
    BEHIND(16), JOINS(17), THE(18), TELLS(19), URGES(20),
    KEEPS(21), ANSWERS(22);

    /// Lists of beginnings of words; the others are of whole words.
    private static final Set<Sense> BEGINNINGS = EnumSet.of(LOSES, CHANGES, TOUCHES);
    private static final Map<String, Long> WHOLE = new HashMap<>();
    private static final Map<Character, List<Stem>> STEMS = new HashMap<>();
    /// For each first letter which lengths there are, and which second letters a beginning has: nearly all words are neither.
    private static final long[] LENGTHS = new long[26];
    private static final int[] SECONDS = new int[26];
    private static final List<Upheaval> UPHEAVALS = new ArrayList<>();

    private static final long STIRS;

    private record Stem(String text, long bit) {}

    /// What words mean together, as the bits of each kind of them.
    record Upheaval(Risk risk, long verb, long participle, long noun) {}

    static {
        var words = Lexicon.beside(Sense.class, "hazards.tsv");
        for (var sense : values()) {
            for (var word : words.list(sense.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                if (BEGINNINGS.contains(sense)) {
                    begins(word, sense.bit());
                } else {
                    is(word, sense.bit());
                }
            }
        }
        var bit = 1L << values().length;
        var stirs = 0L;
        for (var row : words.rows()) {
            var upheaval = new Upheaval(Risk.valueOf(row.getFirst().toUpperCase(Locale.ROOT)), bit, bit << 1, bit << 2);
            words.words(row.get(1)).forEach(word -> is(word, upheaval.verb()));
            words.words(row.get(2)).forEach(word -> is(word, upheaval.participle()));
            words.words(row.get(3)).forEach(word -> is(word, upheaval.noun()));
            UPHEAVALS.add(upheaval);
            stirs |= upheaval.verb() | upheaval.participle();
            bit <<= 3;
            requireRoom(bit);
        }
        STIRS = stirs;
    }

    /// A row more than there are bits for would silently mean what another one does.
    static void requireRoom(long next) {
        if (next <= 0 || next > Words.MARK) {
            throw new IllegalStateException("hazards.tsv has more rows than fit beside its lists");
        }
    }

    private static void begins(String word, long bit) {
        STEMS.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(new Stem(word, bit));
        SECONDS[word.charAt(0) - 'a'] |= 1 << word.charAt(1) - 'a';
    }

    private static void is(String word, long bit) {
        WHOLE.merge(word, bit, (one, other) -> one | other);
        LENGTHS[word.charAt(0) - 'a'] |= 1L << word.length();
    }

    static List<Upheaval> upheavals() {
        return UPHEAVALS;
    }

    /// What can be the verb of one, as bits: nearly no word is.
    static long stirs() {
        return STIRS;
    }

    private final long bit;

    /// @param place of its bit
    Sense(int place) {
        bit = 1L << place;
    }

    long bit() {
        return bit;
    }

    boolean isIn(long senses) {
        return (senses & bit) != 0;
    }

    /// All senses of a word, as bits. It has one letter at least.
    static long of(String text, int from, int to) {
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
        var senses = WHOLE.getOrDefault(word, 0L);
        for (var stem : begins ? STEMS.getOrDefault(word.charAt(0), List.of()) : List.<Stem>of()) {
            senses |= word.startsWith(stem.text()) ? stem.bit() : 0;
        }
        return senses;
    }
}
