package dev.wingman.screening.secrets.assigned;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.wingman.screening.secrets.scan.Letters;
import dev.wingman.screening.secrets.scan.Shape.Span;

/// How people say a password: "the password for the database is x", "use x as the password".
final class Sentence {
    private static final int WORDS_BEFORE = 4;
    private static final int LONGEST_VALUE = 128;
    /// What stands between a value and its name is ordinary words.
    private static final int LONGEST_BETWEEN = 32;
    private static final Set<String> VERBS = Set.of("is", "was", "to", "ist", "are", "be", "of", "with", "as", "use",
            "still", "-", "now", "currently", "temporarily", "equals", "lautet", "est", "es", "\u00e8", "\u00e9",
            "\u00e4r", "er", "jest", "je", "on", "hei\u00dft", "lauten", "lyder", "luidt", "brzmi", "este", "jetzt",
            "nun", "maintenant",
            "ahora", "adesso", "agora", "nu", "\u044d\u0442\u043e", "adalah", "l\u00e0");
    private static final Set<String> LINKS = Set.of("as", "is", "was", "als", "come", "como", "comme", "ist", "est",
            "es",
            "\u00e8", "\u00e9");

    private Sentence() {}

    /// Whether a value may follow a word; a lone digit is the kind of a password in the files of network devices.
    static boolean leadsToValue(String word) {
        return VERBS.contains(word.toLowerCase(Locale.ROOT)) || word.length() == 1 && Letters.isDigit(word.charAt(0));
    }

    /// What is said to be the thing whose name begins here: "use x as the root password", "x is the new token".
    static @Nullable Span valueBefore(String text, int name) {
        var close = name;
        for (var words = 0; words < WORDS_BEFORE; words++) {
            close = behindWord(text, close);
            var open = wordBefore(text, close, LONGEST_BETWEEN);
            if (close - open == LONGEST_BETWEEN) {
                return null;
            }
            if (LINKS.contains(text.substring(open, close).toLowerCase(Locale.ROOT))) {
                return value(text, behindWord(text, open));
            }
            close = open;
        }
        return null;
    }

    /// A mark that stands where a secret stood ends with a bracket.
    private static @Nullable Span value(String text, int close) {
        var open = wordBefore(text, close, LONGEST_VALUE);
        return text.startsWith("]", close - 1) ? null : new Span(text.startsWith("**", open) ? open + 2 : open, close);
    }

    private static int behindWord(String text, int from) {
        var close = from;
        while (close > 0 && from - close < 6 && " \t\r\n\"'`*,".indexOf(text.charAt(close - 1)) >= 0) {
            close--;
        }
        return close;
    }

    private static int wordBefore(String text, int close, int longest) {
        var open = close;
        while (open > 0 && close - open < longest && " \t\r\n\"'`".indexOf(text.charAt(open - 1)) < 0) {
            open--;
        }
        return open;
    }
}
