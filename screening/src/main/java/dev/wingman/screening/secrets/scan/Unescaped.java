package dev.wingman.screening.secrets.scan;

import java.util.Map;
import java.util.Optional;

import dev.wingman.screening.secrets.scan.Folded.Rewriting;

/// Undoes what languages do to text: `%3D`, `&#61;`, characters by number behind a backslash, `\/`, literals that code joins (`"ab" + "cd"`) and lines that a
/// backslash joins. One layer at a time, since a text may be escaped twice.
public final class Unescaped {
    private static final Map<String, Character> ENTITIES = Map.of("quot", '"', "apos", '\'', "amp", '&', "lt", '<',
            "gt",
            '>', "equals", '=', "colon", ':', "lowbar", '_', "nbsp", ' ', "sol", '/');
    private static final int LONGEST_ENTITY = 10;
    private static final int LONGEST_JOINT = 64;
    private static final String JOINTS = "+.&~|";

    private final Folded source;
    private final String text;
    private int at;

    private Unescaped(Folded source) {
        this.source = source;
        text = source.text();
    }

    /// The text without its escapes, or nothing when there are none.
    public static Optional<Folded> of(Folded source) {
        return new Unescaped(source).read();
    }

    private Optional<Folded> read() {
        if (!findsOne()) {
            return Optional.empty();
        }
        var rewriting = new Rewriting(text.length());
        for (var i = 0; i < at; i++) {
            rewriting.write(text.charAt(i), source.start(i), source.end(i + 1));
        }
        while (at < text.length()) {
            var from = at;
            var meant = escaped();
            if (meant >= 0) {
                rewriting.write((char) meant, source.start(from), source.end(at));
            } else if (at == from) {
                rewriting.write(text.charAt(at), source.start(at), source.end(at + 1));
                at++;
            }
        }
        return Optional.of(rewriting.done());
    }

    /// Goes to the first escape or joint; most texts have none, and are not written anew.
    private boolean findsOne() {
        while (at < text.length()) {
            var from = at;
            if (escaped() >= 0 || at > from) {
                at = from;
                return true;
            }
            at++;
        }
        return false;
    }

    /// The character that an escape here stands for, going past it; -1 for none, past a joint that stands for nothing.
    private int escaped() {
        return switch (text.charAt(at)) {
            case '%' -> number(at + 1, 2, 16, 0);
            case '&' -> entity();
            case '\\' -> backslashed();
            case '"', '\'', '`' -> joint();
            default -> -1;
        };
    }

    private int backslashed() {
        if (at + 1 == text.length()) {
            return -1;
        }
        return switch (text.charAt(at + 1)) {
            case 'u' -> text.startsWith("{", at + 2) ? braced() : number(at + 2, 4, 16, 0);
            case 'x' -> number(at + 2, 2, 16, 0);
            case '0', '1' -> number(at + 1, 3, 8, 0);
            case '/' -> slash();
            case '\n' -> joinedLine();
            default -> -1;
        };
    }

    private int slash() {
        at += 2;
        return '/';
    }

    private int braced() {
        var close = text.indexOf('}', at + 3, Math.min(text.length(), at + LONGEST_ENTITY));
        return close < 0 ? -1 : number(at + 3, close - at - 3, 16, 1);
    }

    private int joinedLine() {
        var next = skipBlanks(at + 2);
        if (at > 0 && isInWord(at - 1) && isInWord(next)) {
            at = next;
        }
        return -1;
    }

    private int entity() {
        var close = text.indexOf(';', at + 1, Math.min(text.length(), at + LONGEST_ENTITY));
        if (close < 0) {
            return -1;
        }
        if (text.charAt(at + 1) == '#') {
            var hex = text.charAt(at + 2) == 'x' || text.charAt(at + 2) == 'X';
            var from = at + (hex ? 3 : 2);
            return number(from, close - from, hex ? 16 : 10, 1);
        }
        var meant = ENTITIES.get(text.substring(at + 1, close));
        if (meant == null) {
            return -1;
        }
        at = close + 1;
        return meant;
    }

    /// Between two literals of which one goes on where the other ends: `" + "`, `' . '`, `""`.
    private int joint() {
        var position = skipBlanks(at + 1);
        var signs = position;
        while (position < text.length() && position < signs + 2 && JOINTS.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        if (text.startsWith("\\", position) && text.startsWith("\n", position + 1)) {
            position += 2;
        }
        var joined = position > signs;
        position = skipBlanks(position);
        if (at > 0 && isInWord(at - 1) && position < text.length() && isQuote(text.charAt(position))
                && (joined || position == at + 1) && isInWord(position + 1)) {
            at = position + 1;
        }
        return -1;
    }

    private int skipBlanks(int from) {
        var position = from;
        var limit = Math.min(text.length(), from + LONGEST_JOINT);
        while (position < limit && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position;
    }

    /// What so many digits stand for, when that is a character of ASCII that can be seen.
    private int number(int from, int digits, int radix, int closing) {
        if (digits < 1 || from + digits + closing > text.length()) {
            return -1;
        }
        var value = 0;
        for (var i = from; i < from + digits; i++) {
            var digit = digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        if (value < ' ' || value > '~') {
            return -1;
        }
        at = from + digits + closing;
        return value;
    }

    private boolean isInWord(int position) {
        return position < text.length() && (Letters.isLetter(text.charAt(position))
                || Letters.isDigit(text.charAt(position)) || "_-/+=".indexOf(text.charAt(position)) >= 0);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }
}
