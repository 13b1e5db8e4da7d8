package dev.wingman.screening.forbidden;

import java.util.HashMap;
import java.util.Map;

/// A table of words that is asked about every word of a text, and mostly knows nothing: its length with its last and with
/// its second letter rules out nearly all.
final class KnownWords {
    private static final int ROWS = 1024;
    private static final int LONGEST = 63;

    private final Map<String, Integer> words;
    /// For each first letter with a last one, and with a second one, the lengths that there are.
    private final long[] lasts = new long[ROWS];
    private final long[] seconds = new long[ROWS];

    KnownWords(Map<String, Integer> words) {
        this.words = new HashMap<>(words);
        words.keySet().forEach(word -> {
            lasts[row(word, word.length() - 1)] |= bit(word);
            seconds[row(word, 1)] |= bit(word);
        });
    }

    /// What is known of a word, 0 when nothing is.
    int of(String word) {
        return (lasts[row(word, word.length() - 1)] & seconds[row(word, 1)] & bit(word)) == 0
                ? 0
                : words.getOrDefault(word, 0);
    }

    private static int row(String word, int other) {
        return word.length() < 2 ? 0 : (word.charAt(0) & 31) << 5 | word.charAt(other) & 31;
    }

    private static long bit(String word) {
        return 1L << Math.min(word.length(), LONGEST);
    }
}
