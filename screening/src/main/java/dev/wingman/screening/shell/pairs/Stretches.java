package dev.wingman.screening.shell.pairs;

import java.util.Arrays;

/// Where inline code, or what stands in brackets, begins and ends, counted in words.
public final class Stretches {
    private static final int NOWHERE = -1;
    private int[] spans = new int[8];
    private int size;
    private int begin = NOWHERE;
    private int closing = NOWHERE;

    /// A backtick stands at an offset: it opens a stretch, or closes the one that is open.
    ///
    /// @param at its offset
    /// @param partner the offset of the next one, when that is near, or -1
    /// @param words how many words there are before it
    public void mark(int at, int partner, int words) {
        if (at == closing) {
            close(words);
        } else {
            closing = partner;
            open(words);
        }
    }

    /// A stretch begins behind so many words; one that was open is forgotten.
    public void open(int words) {
        begin = words;
    }

    /// The stretch that is open ends behind so many words.
    public void close(int words) {
        if (begin != NOWHERE && words > begin) {
            if (size == spans.length) {
                spans = Arrays.copyOf(spans, 2 * size);
            }
            spans[size++] = begin;
            spans[size++] = words;
        }
        begin = NOWHERE;
        closing = NOWHERE;
    }

    /// Whether one is open that has no words so far.
    public boolean isOpenAt(int words) {
        return closing != NOWHERE && begin == words;
    }

    public int[] spans() {
        return Arrays.copyOf(spans, size);
    }
}
