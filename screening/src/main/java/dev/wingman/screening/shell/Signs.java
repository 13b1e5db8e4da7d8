package dev.wingman.screening.shell;

/// What the signs mean that stand between words: brackets, bars, ampersands, commas and colons, and the signs that a shell drops.
final class Signs {
    private static final String QUOTES = "'\"";

    private Signs() {}

    static void opening(Reader reader) {
        if (reader.peek(1) == ')' && !reader.open.isEmpty()) {
            reader.open.beginsFunction();
        }
        var aside = reader.open.isEmpty();
        reader.close(Gap.CODE);
        if (aside) {
            reader.opensAside();
        }
    }

    static void closing(Reader reader) {
        reader.close(Gap.CODE);
        reader.closesAside();
        group(reader);
    }

    /// A group's output goes into a pipe as that of its last command.
    static void group(Reader reader) {
        var ahead = 1;
        while (reader.peek(ahead) == ' ') {
            ahead++;
        }
        if (reader.peek(ahead) == '|' && reader.peek(ahead + 1) != '|' && reader.hasMore(ahead + 1)
                && !reader.isInTable()) {
            reader.pipes();
        }
    }

    static void pipe(Reader reader) {
        if (reader.peek(1) == '|') {
            reader.at++;
            reader.close(Gap.COMMAND);
            return;
        }
        if (reader.peek(1) == '&') {
            reader.at++;
        }
        if (reader.isInTable() && reader.isAtLine()) {
            // It opens the row.
            return;
        }
        reader.close(reader.isInTable() ? Gap.CELL : Gap.PIPE);
    }

    static void ampersand(Reader reader) {
        reader.close(reader.peek(1) == '>' ? Gap.SPACE : Gap.COMMAND);
    }

    /// Between quoted words, as in `["rm", "-rf"]`, a comma separates; elsewhere it belongs to its word.
    static void betweenQuotes(Reader reader, char c) {
        reader.append(c);
        if (QUOTES.indexOf(reader.peek(-1)) >= 0 || QUOTES.indexOf(reader.peek(1)) >= 0
                || c == ',' && reader.peek(-1) == ')') {
            reader.close(Gap.SPACE);
        }
    }

    static void backslash(Reader reader) {
        if (reader.at + 1 == reader.text.length()) {
            return;
        }
        reader.at++;
        var escaped = reader.text.charAt(reader.at);
        if (escaped == '\r' && reader.peek(1) == '\n') {
            reader.at++;
        } else if (escaped != '\n' && (reader.strict || QUOTES.indexOf(escaped) < 0)) {
            reader.append(escaped);
        }
    }

    /// `cmd.exe` drops a caret: `d^el`.
    static void caret(Reader reader) {
        if (reader.open.isEmpty() || !Character.isLetter(reader.peek(-1)) || !Character.isLetter(reader.peek(1))) {
            reader.append('^');
        }
    }
}
