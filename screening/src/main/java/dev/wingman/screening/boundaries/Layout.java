package dev.wingman.screening.boundaries;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Where sentences and rows begin and end, worked out once: each look at one costs the same, however long it is.
final class Layout {
    private final int[] sentences;
    private final int[] sentenceEnds;
    private final int[] rows;
    private final int[] rowEnds;
    private final boolean table;
    private final boolean fence;

    Layout(Words words) {
        var size = words.size();
        sentences = new int[size + 1];
        rows = new int[size + 1];
        sentenceEnds = new int[size + 1];
        rowEnds = new int[size + 1];
        var cells = false;
        var fences = false;
        for (var i = 0; i < size; i++) {
            var gap = words.get(i).before();
            cells |= gap == Gap.CELL;
            fences |= gap == Gap.FENCE;
            sentences[i] = i > 0 && gap.isWithinSentence() ? sentences[i - 1] : i;
            rows[i] = i > 0 && gap.compareTo(Gap.LINE) < 0 ? rows[i - 1] : i;
        }
        sentenceEnds[size] = size;
        rowEnds[size] = size;
        for (var i = size - 1; i >= 0; i--) {
            var last = i + 1 == size;
            sentenceEnds[i] = !last && sentences[i + 1] == sentences[i] ? sentenceEnds[i + 1] : i + 1;
            rowEnds[i] = !last && rows[i + 1] == rows[i] ? rowEnds[i + 1] : i + 1;
        }
        table = cells;
        fence = fences;
    }

    /// Whether there is any row of several cells.
    boolean hasTable() {
        return table;
    }

    /// Whether there is any fenced block.
    boolean hasFence() {
        return fence;
    }

    /// The first word of the sentence, or of the cell, of a word.
    int sentence(int index) {
        return sentences[index];
    }

    int sentenceEnd(int index) {
        return sentenceEnds[index];
    }

    /// The first word of the line of a word.
    int row(int index) {
        return rows[index];
    }

    int rowEnd(int index) {
        return rowEnds[index];
    }
}
