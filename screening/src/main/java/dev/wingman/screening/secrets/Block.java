package dev.wingman.screening.secrets;

import org.jspecify.annotations.Nullable;

import dev.wingman.screening.secrets.scan.Shape.Span;

/// A private key between its `BEGIN` and `END` lines, whatever stands before each line: indentation, quotes, `+`, or `\n` for a
/// line break. A `BEGIN` line without a key behind it is only talk.
final class Block {
    private static final String BEGIN = "BEGIN ";
    private static final String END = "-----END";
    private static final int LONGEST_TITLE = 48;
    private static final int LONGEST = 32 * 1024;
    private static final int HEADERS = 600;
    private static final int LEAST = 24;

    private Block() {}

    /// @param title offset of the words that name the kind, within the `BEGIN` line, or of PuTTY's `Private-Lines:`
    static @Nullable Span key(String text, int title) {
        if (text.charAt(title + "private".length()) == '-') {
            return putty(text, title);
        }
        var line = find(text, "---", title, LONGEST_TITLE);
        var begin = find(text, BEGIN, Math.max(0, title - LONGEST_TITLE), LONGEST_TITLE);
        if (begin < 0 || line < 0) {
            return null;
        }
        var start = begin;
        while (start > 0 && (text.charAt(start - 1) == '-' || text.charAt(start - 1) == ' ') && begin - start < 8) {
            start--;
        }
        while (text.charAt(start) == ' ') {
            start++;
        }
        var body = line;
        while (body < text.length() && text.charAt(body) == '-') {
            body++;
        }
        return hasKey(text, body, body + HEADERS) ? new Span(start, end(text, body)) : null;
    }

    private static @Nullable Span putty(String text, int title) {
        var start = find(text, "\n", title, LONGEST_TITLE) + 1;
        var end = find(text, "Private-MAC:", title, LONGEST / 4);
        return start > 0 && end > start && hasKey(text, start, end) ? new Span(start, end) : null;
    }

    private static int find(String text, String sign, int from, int reach) {
        return text.indexOf(sign, from, Math.min(text.length(), from + reach));
    }

    private static boolean hasKey(String text, int body, int limit) {
        var run = 0;
        for (var i = body; i < Math.min(text.length(), limit) && run < LEAST; i++) {
            run = inKey(text.charAt(i)) ? run + 1 : 0;
        }
        return run == LEAST;
    }

    private static int end(String text, int body) {
        var limit = Math.min(text.length(), body + LONGEST);
        var position = body;
        while (position < limit && !text.startsWith("--", position)) {
            position++;
        }
        if (!text.startsWith(END, position) && !text.startsWith("---- END", position)) {
            return endOfKey(text, body, position);
        }
        position = text.indexOf("END", position);
        var close = text.indexOf("---", position);
        if (close < 0 || close > position + 2 * LONGEST_TITLE) {
            return position + 3;
        }
        while (close < text.length() && text.charAt(close) == '-') {
            close++;
        }
        return close;
    }

    /// Without an `END` a key goes on as long as its lines are long, and one line more.
    private static int endOfKey(String text, int body, int limit) {
        var end = body;
        var run = 0;
        for (var i = body; i < limit; i++) {
            run = inKey(text.charAt(i)) ? run + 1 : 0;
            end = run >= LEAST ? i + 1 : end;
        }
        var last = end;
        while (last < limit && "\\nr \t\r\n\"'+".indexOf(text.charAt(last)) >= 0) {
            last++;
        }
        run = last;
        while (last < limit && inKey(text.charAt(last))) {
            last++;
        }
        return last > run && (last == text.length() || text.charAt(last) <= ' ') ? last : end;
    }

    private static boolean inKey(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=';
    }
}
