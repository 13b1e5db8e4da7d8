package dev.wingman.screening.spelling;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Text that a word carries in another alphabet: base64 (of UTF-16 too, as PowerShell takes it), hexadecimal, escapes.
public final class Payloads {
    private static final int SHORTEST = 8;

    private Payloads() {}

    /// What a word carries, when that is text.
    public static Optional<String> in(String word) {
        if (word.length() < SHORTEST) {
            return Optional.empty();
        }
        if (Escapes.in(word)) {
            return Optional.of(Escapes.decode(word) + values(word)).filter(text -> !text.equals(word));
        }
        var from = word.startsWith("0x") ? 2 : 0;
        return isHex(word, from) ? hexadecimal(word, from) : base64(word);
    }

    /// What an address hands over, each value on a line of its own: `?cmd=rm%20-rf%20/srv`.
    private static String values(String word) {
        var values = new StringBuilder();
        for (var from = word.indexOf('='); from >= 0 && word.indexOf('%') >= 0; from = word.indexOf('=', from + 1)) {
            var and = word.indexOf('&', from);
            var end = and < 0 ? word.length() : and;
            values.append('\n').append(Escapes.decode(word.substring(from + 1, end)));
            from = end - 1;
        }
        return values.toString();
    }

    /// What base64 stands for, when that is text.
    public static Optional<String> base64(String word) {
        var begin = 0;
        var end = word.length();
        while (end > 0 && (word.charAt(end - 1) == '=' || word.charAt(end - 1) == '\n')) {
            end--;
        }
        for (var i = begin; i < end; i++) {
            if (!isLetter(word.charAt(i))) {
                return Optional.empty();
            }
        }
        if ((end - begin) % 4 == 1 || end < 2 || !looksPrintable(word)) {
            return Optional.empty();
        }
        var bytes = Base64.getDecoder().decode(word.substring(begin, end).replace('-', '+').replace('_', '/'));
        return text(bytes);
    }

    /// Text begins with a byte below 128, which a first letter in the second half of the alphabet rules out.
    private static boolean looksPrintable(String word) {
        var c = word.charAt(0);
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'f';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+/-_".indexOf(c) >= 0;
    }

    private static boolean isHex(String word, int from) {
        if (word.length() % 2 != 0) {
            return false;
        }
        for (var i = from; i < word.length(); i++) {
            if (Character.digit(word.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> hexadecimal(String word, int from) {
        var bytes = new byte[(word.length() - from) / 2];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(word, from + 2 * i, from + 2 * i + 2, 16);
        }
        return text(bytes);
    }

    private static Optional<String> text(byte[] bytes) {
        var wide = bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0;
        var text = new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > 0x7e || c < ' ' && c != '\n' && c != '\t' && c != '\r') {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }
}
