package dev.wingman.screening.secrets;

import java.util.List;
import java.util.stream.Stream;

import com.google.re2j.Pattern;

/// One line of `rules.tsv`.
///
/// @param kind stable id
/// @param name the kind in words, with an article
/// @param check what the found value must pass besides the pattern
/// @param reach how many characters from its keyword a secret may extend
/// @param keywords lower-case words of which one stands in or before every such secret
/// @param pattern its first group is the secret
record SecretRule(String kind, String name, Check check, int reach, List<String> keywords, Pattern pattern) {
    /// What besides the pattern tells a secret from a look-alike.
    enum Check {
        /// The format speaks for itself.
        FORMAT {
            @Override
            boolean passes(String value) {
                return true;
            }
        },
        /// Anything but a reference or a placeholder.
        VALUE {
            @Override
            boolean passes(String value) {
                return !Likeness.standsForAnother(value);
            }
        },
        /// Neither a reference nor a placeholder, and too irregular for words.
        RANDOM {
            @Override
            boolean passes(String value) {
                return !Likeness.standsForAnother(value) && Likeness.looksRandom(value);
            }
        };

        abstract boolean passes(String value);
    }

    private static final int COLUMNS = 6;

    static SecretRule parse(String line) {
        var columns = line.split("\t+", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("a secret rule has six columns: " + line);
        }
        return new SecretRule(columns[0], columns[1], Check.valueOf(columns[2]), Integer.parseInt(columns[3]),
          Stream.of(columns[4].split(" ", -1)).map(word -> word.replace('&', ' ')).toList(), Pattern.compile(columns[5]));
    }
}
