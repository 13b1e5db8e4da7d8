package dev.wingman.screening.actions;

import java.util.List;

import dev.wingman.screening.shell.Word;

/// Options as a rule spells them, any of which fits. A single letter counts in a bundle too, a long option also abbreviated.
final class Flags {
    private static final int SHORTEST_ABBREVIATION = 5;

    private final List<Glob> patterns;
    private final List<String> longOptions;
    /// The single letters, one bit each for the two halves of ASCII.
    private final long low;
    private final long high;
    /// What stands behind the dashes of the longer options, a bit for each letter: most flags are told from all of them by one look.
    private final long beginnings;

    Flags(List<String> spelled) {
        patterns = spelled.stream().filter(pattern -> pattern.length() != 2).map(Glob::of).toList();
        longOptions = spelled.stream().filter(pattern -> pattern.length() != 2 && pattern.startsWith("--")).toList();
        var letters = spelled.stream().filter(pattern -> pattern.length() == 2).map(pattern -> pattern.charAt(1))
                .toList();
        low = letters.stream().filter(letter -> letter < Long.SIZE).mapToLong(letter -> 1L << letter)
                .reduce(0, (one, other) -> one | other);
        high = letters.stream().filter(letter -> letter >= Long.SIZE).mapToLong(letter -> 1L << letter)
                .reduce(0, (one, other) -> one | other);
        beginnings = spelled.stream().filter(pattern -> pattern.length() != 2).mapToLong(Flags::beginning)
                .reduce(0, (one, other) -> one | other);
    }

    boolean fit(Word word) {
        var isLong = word.text().startsWith("--");
        if (!isLong && bundles(word.text())) {
            return true;
        }
        if ((beginnings & beginning(word.lower())) == 0) {
            return false;
        }
        if (isLong && abbreviates(word.lower())) {
            return true;
        }
        for (var pattern : patterns) {
            if (pattern.matches(word.lower())) {
                return true;
            }
        }
        return false;
    }

    /// The bit of the first letter of an option; all of them when it may be any letter, or has no dash before it.
    private static long beginning(String option) {
        var first = option.startsWith("--") ? 2 : 1;
        var letter = option.length() > first && option.charAt(0) == '-' ? option.charAt(first) : '*';
        return Glob.isSign(letter) ? -1 : 1L << letter;
    }

    private boolean bundles(String text) {
        if ((low | high) == 0) {
            return false;
        }
        for (var i = 1; i < text.length() && text.charAt(i) != '='; i++) {
            var c = text.charAt(i);
            var letters = c < Long.SIZE ? low : c < 2 * Long.SIZE ? high : 0;
            if ((letters >>> c & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean abbreviates(String text) {
        if (longOptions.isEmpty()) {
            return false;
        }
        var equals = text.indexOf('=');
        var length = equals < 0 ? text.length() : equals;
        for (var option : longOptions) {
            if ((length >= SHORTEST_ABBREVIATION || length == option.length())
                    && option.regionMatches(0, text, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
