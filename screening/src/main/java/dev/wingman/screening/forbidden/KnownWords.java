package dev.wingman.screening.forbidden;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// A set of words that is asked about every word of a text, and mostly says no: first and last letter and length rule out nearly all.
final class KnownWords {
    private static final int ROWS = 1024;
    private static final int LONGEST = 63;

    private final Set<String> words;
    /// For each pair of a first and a last letter the lengths that there are.
    private final long[] lengths = new long[ROWS];

    KnownWords(Collection<String> words) {
        this.words = new HashSet<>(words);
        words.forEach(word -> lengths[row(word)] |= bit(word));
    }

    boolean has(String word) {
        return (lengths[row(word)] & bit(word)) != 0 && words.contains(word);
    }

    private static int row(String word) {
        return word.isEmpty() ? 0 : (word.charAt(0) & 31) << 5 | word.charAt(word.length() - 1) & 31;
    }

    private static long bit(String word) {
        return 1L << Math.min(word.length(), LONGEST);
    }
}
