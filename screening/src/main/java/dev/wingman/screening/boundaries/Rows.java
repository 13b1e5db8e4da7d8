package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Tables: a column whose heading rules out what stands in it, or a cell of the same row that says "denied".
final class Rows {
    private static final Set<String> WEAK = Vocabulary.of("no ✗ ✘ x false never");
    private static final Set<String> ALLOWING = Vocabulary.of("allowed permitted allow permit ok okay acceptable may can ok? allowed?");
    private static final Set<String> VERDICT = Vocabulary.of("verdict decision status policy rule result outcome expected allowed permitted",
            "allow permit ok answer effect response gate action allowed?");
    private static final int LOOKS = 600;

    private final Words words;

    Rows(Words words) {
        this.words = words;
    }

    boolean ruleOut(int index) {
        var row = rowOf(index);
        var end = end(row);
        var own = column(row, index);
        if (own == 0 && end(row, 0) == end) {
            return false;
        }
        var header = header(row);
        if (header >= 0 && Label.rulesOut(words, begin(header, own), end(header, own))) {
            return true;
        }
        for (var column = 0; begin(row, column) < end; column++) {
            if (column != own && denies(row, column, header)) {
                return true;
            }
        }
        return false;
    }

    /// "denied" says it under a heading such as "verdict" or under none, "no" only under one such as "allowed".
    private boolean denies(int row, int column, int header) {
        var from = begin(row, column);
        var to = end(row, column);
        var heading = header < 0 || begin(header, column) >= end(header, column)
                ? ""
                : words.get(begin(header, column)).program();
        var brief = header < 0 || end(header, column) - begin(header, column) == 1;
        if (to - from == 1 && WEAK.contains(words.get(from).lower())) {
            return brief && ALLOWING.contains(heading);
        }
        return (header < 0 || brief && VERDICT.contains(heading)) && Label.rulesOut(words, from, to);
    }

    private int rowOf(int index) {
        var row = index;
        while (row > 0 && row > index - LOOKS && words.get(row).before().compareTo(Gap.LINE) < 0) {
            row--;
        }
        return row;
    }

    private int end(int row) {
        var end = row + 1;
        while (end < words.size() && words.get(end).before().compareTo(Gap.LINE) < 0) {
            end++;
        }
        return end;
    }

    private int column(int row, int index) {
        var column = 0;
        for (var i = row + 1; i <= index; i++) {
            column += words.get(i).before() == Gap.CELL ? 1 : 0;
        }
        return column;
    }

    private int begin(int row, int column) {
        var end = end(row);
        var begin = row;
        for (var left = column; left > 0 && begin < end; left--) {
            begin = end(begin, 0);
        }
        return begin;
    }

    private int end(int row, int column) {
        var begin = column == 0 ? row : begin(row, column);
        var end = begin + 1;
        while (end < words.size() && words.get(end).before().isWithinSentence()) {
            end++;
        }
        return begin >= words.size() ? begin : end;
    }

    /// The row above the line of dashes, or -1.
    private int header(int row) {
        var line = row;
        for (var looks = 0; line > 0 && looks < LOOKS; looks++) {
            var before = rowOf(line - 1);
            var isTable = end(before, 0) < end(before);
            if (!isTable) {
                return -1;
            }
            if (isRule(before)) {
                return before == 0 ? -1 : rowOf(before - 1);
            }
            looks += line - before;
            line = before;
        }
        return -1;
    }

    private boolean isRule(int row) {
        var text = words.get(row).text();
        return text.startsWith("--") && text.chars().allMatch(c -> c == '-' || c == ':') || text.startsWith(":--");
    }
}
