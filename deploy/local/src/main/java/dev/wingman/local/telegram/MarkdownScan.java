package dev.wingman.local.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// One pass over MarkdownV2: marks must be closed in order, and every other reserved character must be escaped.
final class MarkdownScan {

    /// Longer marks first: `__` is underline, `_` is italic.
    private static final List<String> MARKS = List.of("||", "__", "*", "_", "~");

    private final String text;
    private final StringBuilder visible = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    MarkdownScan(String text) {
        this.text = text;
    }

    String visible() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        if (!open.isEmpty()) {
            throw Formatting.entities("Can't find end of the entity starting with '" + open.peek() + "'");
        }
        return visible.toString();
    }

    private void step(char character) {
        if (character == '\\' && at + 1 < text.length() && text.charAt(at + 1) <= 126) {
            visible.append(text.charAt(at + 1));
            at += 2;
        } else if (character == '`') {
            code();
        } else if (character == '[') {
            open.push("[");
            at++;
        } else if (character == ']' && "[".equals(open.peek())) {
            link();
        } else if (character == '>' && startsLine()) {
            at++;
        } else if (!mark()) {
            plain(character);
        }
    }

    private void plain(char character) {
        if (Formatting.isReserved(character)) {
            throw Formatting
                    .entities("Character '" + character + "' is reserved and must be escaped with the preceding '\\'");
        }
        visible.append(character);
        at++;
    }

    private boolean mark() {
        var mark = MARKS.stream().filter(known -> text.startsWith(known, at)).findFirst();
        mark.ifPresent(found -> {
            if (found.equals(open.peek())) {
                open.pop();
            } else {
                open.push(found);
            }
            at += found.length();
        });
        return mark.isPresent();
    }

    private void code() {
        var fence = text.startsWith("```", at) ? "```" : "`";
        int end = at + fence.length();
        while (end < text.length() && !text.startsWith(fence, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw Formatting.entities("Can't find end of the entity starting at byte offset " + at);
        }
        visible.append(text.substring(at + fence.length(), end).replace("\\`", "`").replace("\\\\", "\\"));
        at = end + fence.length();
    }

    /// `](address)`: inside, only `)` and `\` are escaped.
    private void link() {
        open.pop();
        at++;
        if (at >= text.length() || text.charAt(at) != '(') {
            return;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != ')') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw Formatting.entities("Can't find end of a URL at byte offset " + at);
        }
        at = end + 1;
    }

    private boolean startsLine() {
        return at == 0 || text.charAt(at - 1) == '\n';
    }
}
