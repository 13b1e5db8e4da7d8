package dev.wingman.screening.shell;

import java.util.ArrayDeque;
import java.util.Queue;

import dev.wingman.screening.shell.Word.Kind;

/// The documents that stand below a command line and are its input.
final class Heredocs {
    private final Queue<String> ends = new ArrayDeque<>();
    private final Queue<Boolean> indented = new ArrayDeque<>();

    void expect(String end, boolean withTabs) {
        ends.add(end);
        indented.add(withTabs);
    }

    boolean expected() {
        return !ends.isEmpty();
    }

    /// Reads the documents that begin behind the line break where the reader stands, and gives the offset of their last one.
    int read(Reader reader) {
        var text = reader.text;
        var begin = reader.at + 1;
        while (expected()) {
            var end = ends.remove();
            var strip = indented.remove();
            var line = begin;
            while (line < text.length() && !isEnd(text, line, end, strip)) {
                line = next(text, line);
            }
            if (line > begin) {
                reader.append('<');
                reader.inner(Math.min(begin, text.length()), Math.min(line, text.length()), Kind.DOCUMENT);
                reader.close(Gap.LINE);
            }
            begin = Math.min(text.length(), next(text, line));
        }
        return Math.max(reader.at, begin - 1);
    }

    private static int next(String text, int line) {
        var newline = line >= text.length() ? -1 : text.indexOf('\n', line);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static boolean isEnd(String text, int line, String end, boolean strip) {
        var from = line;
        while (strip && from < text.length() && text.charAt(from) == '\t') {
            from++;
        }
        var after = from + end.length();
        return text.startsWith(end, from) && (after == text.length() || "\r\n".indexOf(text.charAt(after)) >= 0);
    }
}
