package dev.wingman.screening.spelling;

/// Letters by their numbers: hexadecimal, octal, as Unicode, or as in an address.
public final class Escapes {
    private static final String NAMED = "ntrabefv";
    private static final String MEANT = "\n\t\r      ";

    private Escapes() {}

    /// Whether a text spells letters by number.
    public static boolean in(String text) {
        for (var i = text.indexOf('\\'); i >= 0 && i + 2 < text.length(); i = text.indexOf('\\', i + 1)) {
            var next = text.charAt(i + 1);
            if (next == 'x' || next == 'u' || next == 'U' || next >= '0' && next <= '7') {
                return true;
            }
        }
        var percent = text.indexOf('%');
        return percent >= 0 && percent + 2 < text.length() && digit(text.charAt(percent + 1), 16) >= 0
                && digit(text.charAt(percent + 2), 16) >= 0;
    }

    /// The text with every escape replaced.
    public static String decode(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i = escaped(text, i + 1, plain);
            } else if (c == '%' && number(text, i + 1, 2, 16) >= 0) {
                plain.append((char) number(text, i + 1, 2, 16));
                i += 2;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int escaped(String text, int at, StringBuilder plain) {
        var c = text.charAt(at);
        var braced = at + 1 < text.length() && text.charAt(at + 1) == '{' ? 1 : 0;
        if (c == 'x' || c == 'u' || c == 'U') {
            var longest = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            var end = at + 1 + braced;
            while (end < text.length() && end - at - braced <= longest && digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            return number(text, at + 1 + braced, end, 16, plain, at) + braced;
        }
        if (c >= '0' && c <= '7') {
            var end = at;
            while (end < text.length() && end - at < (c == '0' ? 4 : 3) && digit(text.charAt(end), 8) >= 0) {
                end++;
            }
            return number(text, at, end, 8, plain, at);
        }
        var named = NAMED.indexOf(c);
        plain.append(named >= 0 ? MEANT.charAt(named) : c);
        return at;
    }

    private static int number(String text, int from, int to, int radix, StringBuilder plain, int at) {
        var value = 0;
        for (var i = from; i < to; i++) {
            value = value * radix + digit(text.charAt(i), radix);
        }
        if (from < to && Character.isValidCodePoint(value)) {
            plain.appendCodePoint(value);
        }
        return Math.max(at, to - 1);
    }

    private static int number(String text, int from, int length, int radix) {
        if (from + length > text.length()) {
            return -1;
        }
        var value = 0;
        for (var i = from; i < from + length; i++) {
            var digit = digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }
}
