package dev.wingman.screening.forbidden;

import dev.wingman.screening.spelling.Source;

/// SQL without its `/* … */`, between which a keyword may be cut in two.
final class Comments {
    private Comments() {}

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
