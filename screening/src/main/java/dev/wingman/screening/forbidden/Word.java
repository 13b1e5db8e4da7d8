package dev.wingman.screening.forbidden;

import java.util.Locale;

/// One word as a shell would see it: without quotes, backslashes and invisible characters.
///
/// @param text the word
/// @param lower the word in lower case
/// @param program in lower case and without its folder, so that `/usr/bin/RM.exe` is `rm`
/// @param start offset of its first character in the original text
/// @param end offset behind its last character there
/// @param before what separates it from the word before
record Word(String text, String lower, String program, int start, int end, Gap before) {
    /// From weak to strong; of several in a row the strongest counts.
    enum Gap {
        /// The same command goes on.
        SPACE,
        /// A backtick or a parenthesis: another command, the same sentence.
        CODE,
        LINE,
        SENTENCE,
        PIPE,
        /// `;` or `&`: another command.
        COMMAND
    }

    /// A word as it was read; its two other forms are asked for often, so they are made once.
    static Word of(String text, int start, int end, Gap before) {
        var lower = text.toLowerCase(Locale.ROOT);
        var name = lower.substring(lower.lastIndexOf('/') + 1);
        return new Word(text, lower, name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name, start, end, before);
    }

    boolean isFlag() {
        return text.length() > 1 && text.charAt(0) == '-';
    }

    /// Whether this flag is, or bundles, the letter (`-rf` has `r` and `f`), or is the long option or an abbreviation of it.
    boolean isFlag(char letter, String option) {
        if (text.startsWith("--")) {
            var name = lower.contains("=") ? lower.substring(0, lower.indexOf('=')) : lower;
            return name.length() >= 5 && ("--" + option).startsWith(name);
        }
        return isFlag() && text.indexOf(letter) > 0;
    }
}
