package dev.wingman.screening.secrets.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What follows a keyword in a secret: a regular expression of characters and classes, each with a count, and at most one group.
/// It is read greedily and never goes back, which suffices for published formats and costs a nanosecond a character: a hostile
/// text makes every rule run nearly everywhere, and an automaton takes fifty times as long.
public final class Shape {
    private static final int ASCII = 128;
    private static final int UNBOUNDED = 8192;

    /// A stretch of a text.
    public record Span(int start, int end) {}

    private record Part(boolean[] ascii, boolean others, int least, int most) {
        boolean has(char c) {
            return c < ASCII ? ascii[c] : others;
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final String source;
    private int groupFrom = -1;
    private int groupTo = -1;
    private int at;

    private Shape(String source) {
        this.source = source;
    }

    /// Reads characters, `\s`, `\n`, `\r`, `\t` and escaped characters, `[classes]`, `[^classes]`, `?`, `{n}`, `{n,}` (up to 8192), `{n,m}` and one group.
    public static Shape of(String source) {
        var shape = new Shape(source);
        while (shape.at < source.length()) {
            shape.parse();
        }
        return shape;
    }

    /// Where the group, or else everything from `from` on, stands, when the shape begins exactly at `at`.
    public @Nullable Span match(String text, int from, int at) {
        var position = at;
        var start = groupFrom < 0 ? from : at;
        var end = -1;
        for (var index = 0; index < parts.size(); index++) {
            if (index == groupFrom) {
                start = position;
            }
            if (index == groupTo) {
                end = position;
            }
            position = run(parts.get(index), text, position);
            if (position < 0) {
                return null;
            }
        }
        return new Span(start, end < 0 ? position : end);
    }

    /// Whether the first part of the shape admits a character: how far back a secret may begin before its keyword.
    public boolean beginsWith(char c) {
        return parts.getFirst().has(c);
    }

    private static int run(Part part, String text, int from) {
        var limit = Math.min(text.length(), from + part.most());
        var position = from;
        while (position < limit && part.has(text.charAt(position))) {
            position++;
        }
        return position - from < part.least() ? -1 : position;
    }

    private void parse() {
        switch (source.charAt(at)) {
            case '(' -> {
                groupFrom = parts.size();
                at++;
            }
            case ')' -> {
                groupTo = parts.size();
                at++;
            }
            default -> parsePart();
        }
    }

    private void parsePart() {
        var ascii = new boolean[ASCII];
        var others = false;
        if (source.charAt(at) == '[') {
            others = parseClass(ascii);
        } else {
            admit(ascii, false);
        }
        parts.add(counted(ascii, others));
    }

    private boolean parseClass(boolean[] ascii) {
        at++;
        var negated = source.charAt(at) == '^';
        if (negated) {
            at++;
        }
        while (source.charAt(at) != ']') {
            admit(ascii, true);
        }
        at++;
        if (negated) {
            for (var c = 0; c < ASCII; c++) {
                ascii[c] = !ascii[c];
            }
        }
        return negated;
    }

    /// Reads a character, an escaped character, white space or, within a class, a range.
    private void admit(boolean[] ascii, boolean ranges) {
        var escaped = source.charAt(at) == '\\';
        var first = source.charAt(escaped ? at + 1 : at);
        at += escaped ? 2 : 1;
        if (escaped && first == 's') {
            for (var blank : " \t\r\n\f".toCharArray()) {
                ascii[blank] = true;
            }
            return;
        }
        if (escaped && "nrt".indexOf(first) >= 0) {
            ascii["\n\r\t".charAt("nrt".indexOf(first))] = true;
            return;
        }
        var last = first;
        if (ranges && at + 1 < source.length() && source.charAt(at) == '-' && source.charAt(at + 1) != ']') {
            last = source.charAt(at + 1);
            at += 2;
        }
        Arrays.fill(ascii, first, last + 1, true);
    }

    private Part counted(boolean[] ascii, boolean others) {
        var next = at < source.length() ? source.charAt(at) : ' ';
        if (next == '?') {
            at++;
            return new Part(ascii, others, 0, 1);
        }
        if (next != '{') {
            return new Part(ascii, others, 1, 1);
        }
        var close = source.indexOf('}', at);
        var counts = source.substring(at + 1, close).split(",", -1);
        at = close + 1;
        var least = Integer.parseInt(counts[0]);
        var most = counts.length == 1 ? least : counts[1].isEmpty() ? UNBOUNDED : Integer.parseInt(counts[1]);
        return new Part(ascii, others, least, most);
    }
}
