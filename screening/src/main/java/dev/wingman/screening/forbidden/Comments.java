package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.screening.spelling.Source;

/// SQL without its `/* … */`, between which a keyword may be cut in two.
final class Comments {
    private static final int NEAR = 256;

    private Comments() {}

    /// The stretches that hold comments, each with what stands near it: a statement that a comment cuts in two begins close before it.
    static List<Source> around(Source source) {
        var text = source.text();
        var stretches = new ArrayList<Source>();
        var from = 0;
        for (var open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", from)) {
            var begin = Math.max(from, open - NEAR);
            var end = open;
            for (var next = open; next >= 0 && next - end < NEAR; next = text.indexOf("/*", end)) {
                var close = text.indexOf("*/", next + 2);
                if (close < 0) {
                    break;
                }
                end = close + 2;
            }
            if (end == open) {
                return stretches;
            }
            from = Math.min(text.length(), end + NEAR);
            if (isStatement(text, begin, end)) {
                stretches.add(source.part(begin, from));
            }
        }
        return stretches;
    }

    /// Whether anything stands in a comment, or letters next to it.
    private static boolean isStatement(String text, int begin, int end) {
        for (var open = text.indexOf("/*", begin); open >= 0 && open < end; open = text.indexOf("/*", open + 2)) {
            var close = text.indexOf("*/", open + 2);
            if (close < 0) {
                return false;
            }
            var glued = open > 0 && Character.isLetter(text.charAt(open - 1)) || close + 2 < text.length()
                    && Character.isLetter(text.charAt(close + 2));
            if (glued || close - open > 2) {
                return true;
            }
        }
        return false;
    }

    static Source cut(Source source, String instead) {
        var text = source.text();
        var rest = new StringBuilder(text.length());
        var origins = new int[text.length() + 1];
        for (var i = 0; i < text.length(); i++) {
            var end = text.startsWith("/*", i) ? text.indexOf("*/", i + 2) : -1;
            if (end < 0) {
                origins[rest.length()] = source.start(i);
                rest.append(text.charAt(i));
                if (text.startsWith("/*", i)) {
                    return finished(source, rest, origins, i + 1);
                }
                continue;
            }
            if (!instead.isEmpty()) {
                origins[rest.length()] = source.start(i);
                rest.append(instead);
            }
            i = end + 1;
        }
        return Source.mapped(rest, origins, 0, source.end(text.length()));
    }

    /// A comment that never ends hides nothing.
    private static Source finished(Source source, StringBuilder rest, int[] origins, int from) {
        var text = source.text();
        for (var i = from; i < text.length(); i++) {
            origins[rest.length()] = source.start(i);
            rest.append(text.charAt(i));
        }
        return Source.mapped(rest, origins, 0, source.end(text.length()));
    }
}
