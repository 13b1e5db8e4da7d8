package dev.wingman.client.cli;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.screening.Lines;

/// A line of a file.
///
/// @param number from 1, as answers count
/// @param start offset of its first character
record Line(int number, int start, String text) {

    static List<Line> all(String text) {
        var lines = new ArrayList<Line>();
        for (var start = 0; start <= text.length(); start = Lines.next(text, Lines.end(text, start))) {
            lines.add(new Line(lines.size() + 1, start, text.substring(start, Lines.end(text, start))));
        }
        return lines;
    }

    int end() {
        return start + text.length();
    }
}
