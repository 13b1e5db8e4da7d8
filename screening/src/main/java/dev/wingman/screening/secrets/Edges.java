package dev.wingman.screening.secrets;

import dev.wingman.screening.secrets.scan.Letters;
import dev.wingman.screening.secrets.scan.Shape.Span;

/// Where a key may begin and end: not within a longer run of letters and digits. The letter of an escape such as `\n`, `%3D` or a
/// terminal's colour is no such letter.
final class Edges {
    private Edges() {}

    static boolean opens(String text, int start) {
        return start == 0 || !inWord(text.charAt(start - 1)) || !inWord(text.charAt(start)) || isEscape(text, start);
    }

    /// A keyword of mere letters, such as `eyJ`, is common within random text: it must not follow `-` or `_` either. What begins with
    /// `pk_` is published.
    static boolean opensToken(String text, int start, String keyword) {
        return opens(text, start) && !text.startsWith("pk_", start - 3)
                && (start == 0 || "-_".indexOf(text.charAt(start - 1)) < 0
                        || !inWord(keyword.charAt(keyword.length() - 1)));
    }

    static boolean closes(String text, int end) {
        return end == text.length() || !inWord(text.charAt(end)) || !inWord(text.charAt(end - 1));
    }

    /// A value begins behind a sign that cannot belong to it.
    static boolean opensValue(String text, int start) {
        var before = text.charAt(start - 1);
        if (inWord(before)) {
            return isEscape(text, start);
        }
        return inWord(text.charAt(start))
                ? "_-+/".indexOf(before) < 0
                : text.charAt(start) != ' ' && " =:\"'".indexOf(before) >= 0;
    }

    static boolean closesValue(String text, int end) {
        return end == text.length() || !inWord(text.charAt(end)) && "_-+/".indexOf(text.charAt(end)) < 0;
    }

    /// A token that may hold full stops does not end with one.
    static Span withoutFullStop(String text, Span span) {
        var end = span.end();
        while (end > span.start() && text.charAt(end - 1) == '.') {
            end--;
        }
        return new Span(span.start(), end);
    }

    private static boolean isEscape(String text, int start) {
        var c = text.charAt(start - 1);
        if (!isHex(c) && "nrtm".indexOf(c) < 0) {
            return false;
        }
        if (start > 1 && text.charAt(start - 2) == '\\') {
            return "nrtfb0".indexOf(c) >= 0;
        }
        if (start > 2 && text.charAt(start - 3) == '%'
                || start > 3 && text.charAt(start - 4) == '\\' && text.charAt(start - 3) == 'x') {
            return isHex(c) && isHex(text.charAt(start - 2));
        }
        if (start > 5 && text.charAt(start - 6) == '\\' && text.charAt(start - 5) == 'u') {
            return isHex(c);
        }
        var bracket = start - 2;
        while (c == 'm' && bracket > 0 && start - bracket < 10
                && (Letters.isDigit(text.charAt(bracket)) || text.charAt(bracket) == ';')) {
            bracket--;
        }
        return c == 'm' && bracket >= 0 && text.charAt(bracket) == '[';
    }

    private static boolean isHex(char c) {
        return Letters.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean inWord(char c) {
        return Letters.isLetter(c) || Letters.isDigit(c);
    }
}
