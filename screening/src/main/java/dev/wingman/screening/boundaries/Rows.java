package dev.wingman.screening.boundaries;

import java.util.Set;

import dev.wingman.screening.shell.Gap;
import dev.wingman.screening.shell.Words;

/// Tables: a column whose heading rules out what stands in it, or a cell of the same row that says "denied".
final class Rows {
    private static final Set<String> WEAK = Vocabulary.list("rows-weak");
    private static final Set<String> ALLOWING = Vocabulary.list("rows-allowing");
    private static final Set<String> VERDICT = Vocabulary.list("rows-verdict");
    private static final int LOOKS = 600;

    private final Words words;
    private final Layout layout;

    Rows(Words words, Layout layout) {
        this.words = words;
        this.layout = layout;
    }

    boolean ruleOut(int index) {
        if (!layout.hasTable() || isLine(layout.row(index))) {
            return false;
        }
        var row = layout.row(index);
        var end = layout.rowEnd(row);
        var own = column(row, index);
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

    private boolean isLine(int row) {
        return layout.sentenceEnd(row) == layout.rowEnd(row) || layout.rowEnd(row) - row > LOOKS;
    }

    private int column(int row, int index) {
        var column = 0;
        for (var i = row + 1; i <= index; i++) {
            column += words.get(i).before() == Gap.CELL ? 1 : 0;
        }
        return column;
    }

    private int begin(int row, int column) {
        var end = layout.rowEnd(row);
        var begin = row;
        for (var left = column; left > 0 && begin < end; left--) {
            begin = layout.sentenceEnd(begin);
        }
        return begin;
    }

    private int end(int row, int column) {
        var begin = begin(row, column);
        return begin >= words.size() ? begin : layout.sentenceEnd(begin);
    }

    /// The row above the line of dashes, or -1.
    private int header(int row) {
        var line = row;
        for (var looks = 0; line > 0 && looks < LOOKS; looks++) {
            var before = layout.row(line - 1);
            if (isLine(before)) {
                return -1;
            }
            if (isRule(before)) {
                return before == 0 ? -1 : layout.row(before - 1);
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
