package dev.wingman.screening.shell.pairs;

import java.util.Arrays;

/// Where inline code begins and ends, counted in words.
public final class Code {
    private int[] spans = new int[8];
    private int size;
    private int begin;
    private int closing = -1;

    /// A backtick stands at an offset.
    ///
    /// @param at its offset
    /// @param partner the offset of the next one, when that is near, or -1
    /// @param words how many words there are before it
    public void mark(int at, int partner, int words) {
        if (at != closing) {
            closing = partner;
            begin = words;
            return;
        }
        closing = -1;
        if (words > begin) {
            if (size == spans.length) {
                spans = Arrays.copyOf(spans, 2 * size);
            }
            spans[size++] = begin;
            spans[size++] = words;
        }
    }

    public int[] spans() {
        return Arrays.copyOf(spans, size);
    }
}
