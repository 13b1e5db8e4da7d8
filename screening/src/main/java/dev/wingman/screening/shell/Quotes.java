package dev.wingman.screening.shell;

import java.util.Set;

/// Quoted strings: what stands within is one word, and perhaps a text of its own. In prose a quote opens only where a word may begin, and
/// only when its other end is near.
final class Quotes {
    private static final String OPENERS = "=([{,:+!<>|;&$\\";
    /// What code may put before a quote: `f"rm -rf {path}"`. To a shell it is a letter of the word, so that both are read.
    static final Set<String> PREFIXES = Set.of("f", "r", "b", "u", "n", "rb", "br", "fr", "rf", "F", "R", "B", "N");
    private static final int QUOTATION = 2000;

    private Quotes() {}

    static void read(Reader reader, char c) {
        var end = reader.isStrictHere() ? reader.closing(c) : quotationEnd(reader, c);
        if (end < 0) {
            if (reader.isStrictHere()) {
                reader.fails(reader.at);
            }
            return;
        }
        reader.open.quoted(reader.source.start(reader.at), reader.source.end(reader.at + 1));
        reader.at++;
        var sentence = c == '"' && reader.isInJson() && isSentence(reader.peek(0));
        for (; reader.at < end; reader.at++) {
            quoted(reader, c, end, sentence);
        }
        reader.at = end;
        concatenation(reader, c);
    }

    /// Whether a person wrote it, not a command: in such a string backticks stand round inline code, and substitute nothing.
    private static boolean isSentence(char first) {
        return Character.isUpperCase(first) || first == '`';
    }

    private static void quoted(Reader reader, char quote, int end, boolean sentence) {
        var text = reader.text;
        var c = text.charAt(reader.at);
        if (quote == '\'') {
            reader.append(c);
        } else if (c == '\\' && reader.at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(reader.at + 1)) >= 0) {
            reader.at++;
            if (text.charAt(reader.at) != '\n') {
                reader.append(text.charAt(reader.at));
            }
        } else if (c == '\\' && !reader.strict && reader.peek(1) == 'n') {
            reader.at++;
            reader.append('\n');
        } else if (c == '$') {
            Dollar.read(reader, true);
        } else if (c == '`' && !sentence && reader.closing('`') > 0 && reader.closing('`') < end) {
            reader.substitution();
        } else {
            reader.append(c);
        }
    }

    /// `"r" + "m"` in code is one string, as is `"r" .. "m"` in Lua.
    private static void concatenation(Reader reader, char quote) {
        var text = reader.text;
        var next = reader.at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next < text.length() && (text.charAt(next) == '+' || text.charAt(next) == '.')) {
            next += text.startsWith("..", next) ? 1 : 0;
            do {
                next++;
            } while (next < text.length() && text.charAt(next) == ' ');
            if (next < text.length() && text.charAt(next) == quote) {
                reader.at = next - 1;
            }
        }
    }

    private static int quotationEnd(Reader reader, char c) {
        if (!reader.open.isEmpty() && OPENERS.indexOf(reader.peek(-1)) < 0 && !reader.open.endsWithQuote(reader.at)
                && !reader.open.isPrefix(reader.open.length()) && !reader.open.isFlag(reader.open.length())) {
            return -1;
        }
        var end = reader.closing(c);
        if (end < 0 || end - reader.at > QUOTATION) {
            return -1;
        }
        var after = end + 1 < reader.text.length() ? reader.text.charAt(end + 1) : ' ';
        return c == '\'' && Character.isLetterOrDigit(after) && reader.hasBlank(end) ? -1 : end;
    }
}
