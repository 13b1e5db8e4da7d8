package dev.wingman.screening.secrets;

import java.util.ArrayList;
import java.util.List;

import dev.wingman.screening.secrets.scan.Shape.Span;

/// The values of a Kubernetes Secret: everything below `data:` and `stringData:` in the YAML document that is of that kind.
final class Manifest {
    private static final int LONGEST = 64 * 1024;

    private final String text;
    private final int end;
    private final List<Span> values = new ArrayList<>();

    private Manifest(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /// Where the document that holds the offset ends.
    static int end(String text, int at) {
        var next = text.indexOf("\n---", at);
        return Math.min(next < 0 ? text.length() : next, at + LONGEST);
    }

    static List<Span> values(String text, int at, int end) {
        var begin = Math.max(at - LONGEST, text.lastIndexOf("\n---", at));
        var manifest = new Manifest(text, end);
        var parent = -1;
        for (var line = Math.max(begin, 0); line < end; line = manifest.nextLine(line)) {
            var indent = manifest.indent(line);
            if (manifest.opensData(line + indent)) {
                parent = indent;
            } else if (parent >= 0 && indent > parent) {
                manifest.read(line + indent);
            } else if (manifest.isWritten(line + indent)) {
                parent = -1;
            }
        }
        return manifest.values;
    }

    private int nextLine(int line) {
        var newline = text.indexOf('\n', line);
        return newline < 0 ? end : newline + 1;
    }

    private int indent(int line) {
        var at = line;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '"')) {
            at++;
        }
        return at - line;
    }

    private boolean opensData(int at) {
        return text.startsWith("data:", at) || text.startsWith("stringData:", at) || text.startsWith("data\":", at)
                || text.startsWith("stringData\":", at);
    }

    private boolean isWritten(int at) {
        return at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r' && text.charAt(at) != '#';
    }

    private void read(int at) {
        var colon = at;
        while (colon < end && text.charAt(colon) != ':' && text.charAt(colon) != '\n') {
            colon++;
        }
        var start = colon + 1;
        while (start < end && " \"'".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        var close = start;
        while (close < end && " \"'\r\n,".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (close > start) {
            values.add(new Span(start, close));
        }
    }
}
