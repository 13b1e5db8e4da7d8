package dev.wingman.screening.shell;

/// A line of JSON, or an item of YAML: strings, numbers, the signs between them, and nothing else. Its strings are texts, in which a
/// backtick substitutes nothing.
final class Json {
    private static final String SIGNS = "[]{},:-0123456789 \t\r";

    private Json() {}

    /// Whether the line from a place on is one.
    static boolean isLine(String text, int from) {
        var apart = true;
        for (var i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            var c = text.charAt(i);
            if (c == '"' && apart) {
                i = end(text, i);
                apart = false;
            } else if (SIGNS.indexOf(c) < 0) {
                return false;
            } else {
                apart = apart || c != ' ' && c != '\t';
            }
            if (i < 0) {
                return false;
            }
        }
        return true;
    }

    /// Where a string ends on its line, or -1.
    private static int end(String text, int open) {
        for (var i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }
}
