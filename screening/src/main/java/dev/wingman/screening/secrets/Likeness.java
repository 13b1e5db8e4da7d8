package dev.wingman.screening.secrets;

import java.util.List;
import java.util.Locale;

import com.google.re2j.Pattern;

/// Tells what only looks like a secret: a reference to one, a placeholder, ordinary words.
final class Likeness {
    private static final List<String> PLACEHOLDERS = List.of("example", "changeme", "change-me", "change_me",
            "placeholder",
            "redacted", "dummy", "your-", "your_", "yourpass", "sample", "xxxx", "****", "....", "todo", "insert",
            "replace", "test-token",
            "fixme", "hidden", "masked", "not-a-", "fake");
    private static final List<String> REFERENCES = List.of("environ", "process.env", "getenv", "env.", "env(",
            "secrets.",
            "vault:", "vault.", "secretkeyref", "keyring", "ssm:", "arn:aws:", "config.", "settings.", "props.",
            "self.", "this.");
    private static final Pattern STANDS_FOR = Pattern
            .compile("[$%]?[({<\\[].*|[$%][A-Za-z_].*|[~.]?/.*|file:.*|https?://.*"
                    + "|[A-Za-z_.]+\\(.*|(.)(?:x|X|\\*|\\.|#|0)*");
    private static final Pattern WORDS = Pattern
            .compile("(?:[A-Za-z]?[a-z]+|[A-Z]+|[0-9]{1,2})(?:[-_./:+](?:[A-Za-z]?[a-z]+|[A-Z]+|[0-9]{1,2}))*");
    private static final double RANDOM_BITS = 2.9;
    private static final int LETTERS = 128;

    private Likeness() {}

    static boolean standsForAnother(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return STANDS_FOR.matches(value) || REFERENCES.stream().anyMatch(lower::contains)
                || PLACEHOLDERS.stream().anyMatch(lower::contains);
    }

    static boolean looksRandom(String value) {
        return !WORDS.matches(value) && bits(value) >= RANDOM_BITS;
    }

    /// Shannon entropy in bits for each character.
    static double bits(String value) {
        var counts = new int[LETTERS];
        for (var i = 0; i < value.length(); i++) {
            counts[value.charAt(i) % LETTERS]++;
        }
        var bits = 0.0;
        for (var count : counts) {
            if (count > 0) {
                var share = (double) count / value.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
