package dev.wingman.screening.spelling;

import java.text.Normalizer;

/// Makes ASCII of what only looks like ASCII, and drops what nobody sees. Compatibility forms (full-width, mathematical, circled,
/// Roman numerals) and accents are undone by Unicode's NFKD; look-alikes of other scripts by a table of our own in
/// the manner of Unicode Technical Standard 39 (`confusables.txt`): single characters that are read as one ASCII letter, of the
/// scripts that a keyboard or a font is likely to have (Cyrillic, Greek, Armenian, Cherokee, Latin extensions).
final class Letters {
    private static final String[] LOOK_ALIKES = {
            "a\u0430\u03b1\u0251\u237a", "b\u044c\u042c\u0184\u1472", "c\u0441\u03f2\u1d04\u2ca5",
            "d\u0501\u0257\u13e7\u146f",
            "e\u0435\u04bd\u212e\u0454\u03b5", "f\u0192\u03dd\u0584\u1e9d", "g\u0261\u0581\u018d\u1d83",
            "h\u04bb\u0570\u13c2\u0266", "i\u0456\u03b9\u0131\u0269\u026a\u13a5\u04cf\u2373", "j\u0458\u03f3\u0575",
            "k\u043a\u03ba\u1d0b\u2c95",
            "l\u04c0\u05c0\u05d5\u01c0\u2223\u0627\u2c93\u1963", "m\u043c\u03bc\u00b5\u1d0d\u028d\u217f",
            "n\u0578\u057c\u0438\u1d0e\u03b7",
            "o\u043e\u03bf\u03c3\u0585\u1d0f\u05e1\u0665\u2c9f", "p\u0440\u03c1\u03f1\u2374\u2ca3",
            "q\u051b\u0563\u0566",
            "r\u0433\u1d26\u2c85\uab47\uab48", "s\u0455\u0282\ua731\u1d95", "t\u0442\u03c4\u1d1b",
            "u\u057d\u03c5\u1d1c\u028b\ua79f",
            "v\u0475\u03bd\u1d20\u05d8", "w\u051d\u0461\u0561\u1d21\u026f", "x\u0445\u03c7\u166e\u00d7\u1541",
            "y\u0443\u03b3\u04af\u028f\u1eff\u0263",
            "z\u1d22\u0290\u2c8d", "A\u0410\u0391\u13aa", "B\u0412\u0392\u13f4", "C\u0421\u03f9\u13df", "D\u13a0",
            "E\u0415\u0395\u13ac",
            "F\u03dc\u1551", "G\u050c\u13c0", "H\u041d\u0397\u13bb", "I\u0406\u0399", "J\u0408\u13ab\u037f",
            "K\u041a\u039a\u13e6",
            "L\u13de\u2cd0", "M\u041c\u039c\u13b7", "N\u039d\u2c9a", "O\u041e\u039f\u0555", "P\u0420\u03a1\u13e2",
            "Q\u051a", "R\u13a1\u1587",
            "S\u0405\u054f\u13d5", "T\u0422\u03a4\u13a2", "U\u054d\u1200", "V\u0474\u13d9", "W\u051c\u13b3",
            "X\u0425\u03a7",
            "Y\u0423\u03a5\u04ae", "Z\u0396\u13c3", ".\u3002\uff0e\uff61",
            "-\u2010\u2011\u2012\u2212\ufe63\u02d7\u2043\u06d4",
            "/\u2044\u2215\u29f8\u2571", "\\\u2216\u29f5",
            "|\u2502\u23d0", ";\u037e", "'\u2018\u2019\u02bc\u00b4\u2032\u201b", "\"\u201c\u201d\u2033\u201f",
            " \u3000\u2028\u2029\u1680",
            ":\u0589\u2236\ua789", ",\u201a\u3001\uff64", "*\u2217\u204e"};
    private static final char DROPPED = '\0';
    private static final char KEPT = '\uffff';
    private static final String LONG_DASHES = "\u2013\u2014\u2015";
    private static final char[] TABLE = table();

    private Letters() {}

    static Source plain(String original) {
        var first = 0;
        while (first < original.length() && isPlain(original.charAt(first))) {
            first++;
        }
        return first == original.length() ? Source.same(original) : rewritten(original, first);
    }

    private static boolean isPlain(char c) {
        return c < 0x7f && c != DROPPED && c != '\b';
    }

    private static Source rewritten(String original, int first) {
        var plain = new StringBuilder(original.length() + 16).append(original, 0, first);
        var origins = new int[2 * original.length()];
        for (var i = 0; i < first; i++) {
            origins[i] = i;
        }
        for (var i = first; i < original.length();) {
            var point = original.codePointAt(i);
            var before = plain.length();
            if (LONG_DASHES.indexOf(point) >= 0) {
                plain.append(dashes(original, i + 1));
            } else {
                append(point, plain);
            }
            for (var at = before; at < plain.length(); at++) {
                origins[at] = i;
            }
            i += Character.charCount(point);
        }
        return Source.mapped(plain, origins, 0, original.length());
    }

    /// A word processor makes one dash of two: before a long option it stands for both, before letters in a bundle or another dash for one.
    private static String dashes(String original, int next) {
        var end = next;
        while (end < original.length() && end - next < 5 && Character.isLetter(original.charAt(end))) {
            end++;
        }
        var dash = next < original.length() && LONG_DASHES.indexOf(original.charAt(next)) >= 0;
        var second = next > 1 && LONG_DASHES.indexOf(original.charAt(next - 2)) >= 0;
        return dash || second || end > next && end - next < 5 ? "-" : "--";
    }

    private static void append(int point, StringBuilder plain) {
        if (point >= TABLE.length) {
            var letter = beyond(point);
            if (letter != DROPPED) {
                plain.appendCodePoint(letter);
            }
        } else if (TABLE[point] == KEPT) {
            plain.append((char) point);
        } else if (TABLE[point] != DROPPED) {
            plain.append(TABLE[point]);
        }
    }

    /// Outside the basic plane only mathematical and enclosed letters look like ASCII; tags and selectors are invisible.
    private static int beyond(int point) {
        if (point >= 0xe0000 && point <= 0xe0fff) {
            return DROPPED;
        }
        if (point >= 0x1d400 && point <= 0x1d7ff || point >= 0x1f100 && point <= 0x1f1ff) {
            var form = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
            var letter = form.codePointAt(0);
            return letter < TABLE.length && TABLE[letter] != KEPT ? TABLE[letter] : letter;
        }
        return point;
    }

    private static char[] table() {
        var table = new char[0x10000];
        for (var c = 0; c < table.length; c++) {
            table[c] = entry((char) c);
        }
        for (var row : LOOK_ALIKES) {
            for (var i = 1; i < row.length(); i++) {
                table[row.charAt(i)] = row.charAt(0);
            }
        }
        return table;
    }

    private static char entry(char c) {
        if (isPlain(c) || Character.isSurrogate(c)) {
            return KEPT;
        }
        var type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || c == 0x7f || c < 0x20 || c == '\u115f' || c == '\u1160' || c == '\u3164' || c == '\uffa0') {
            return DROPPED;
        }
        if (type == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        if (c >= 0x3040 && c < 0xfb00) {
            return KEPT;
        }
        var form = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return form.charAt(0) < 0x7f && form.chars().skip(1).allMatch(mark -> mark >= 0x300 && mark < 0x370)
                ? form.charAt(0)
                : KEPT;
    }
}
