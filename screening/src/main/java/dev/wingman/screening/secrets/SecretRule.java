package dev.wingman.screening.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import dev.wingman.screening.secrets.likeness.Likeness;
import dev.wingman.screening.secrets.likeness.PublicId;
import dev.wingman.screening.secrets.scan.Shape;

/// One line of `rules.tsv`.
///
/// @param kind stable id
/// @param name the kind in words, with an article
/// @param form where such a secret stands with respect to its keyword
/// @param check what the found value must pass besides its shape
/// @param keywords words of which one stands in or before every such secret
/// @param shape how the secret, or what stands between keyword and secret, is written
record SecretRule(String kind, String name, Form form, Check check, List<String> keywords, Shape shape) {
    /// What besides the shape tells a secret from a look-alike.
    enum Check {
        /// The format speaks for itself, unless it is filled with x.
        FORMAT {
            @Override
            boolean passes(String value) {
                return !Likeness.isMadeUp(value);
            }
        },
        /// Anything but a reference or a placeholder.
        VALUE {
            @Override
            boolean passes(String value) {
                return !Likeness.standsForAnother(Likeness.withoutReference(value));
            }
        },
        /// `user:password` in base64, where the password is neither a reference nor a placeholder.
        LOGIN {
            @Override
            boolean passes(String value) {
                var login = decoded(value);
                var colon = login.indexOf(':');
                return colon < 0 ? RANDOM.passes(value) : VALUE.passes(login.substring(colon + 1));
            }
        },
        /// Neither a reference nor a placeholder, and as irregular as a password.
        PASSWORD {
            @Override
            boolean passes(String value) {
                var bare = Likeness.withoutReference(value);
                return Likeness.looksLikePassword(bare) && !Likeness.standsForAnother(bare);
            }
        },
        /// As random, and no UUID: what is only called a key is as often a name for something.
        KEY {
            @Override
            boolean passes(String value) {
                return RANDOM.passes(value) && !PublicId.isUuid(value);
            }
        },
        /// Neither a reference nor a placeholder, and too irregular for words.
        RANDOM {
            @Override
            boolean passes(String value) {
                var bare = Likeness.withoutReference(value);
                return Likeness.looksRandom(bare) && !Likeness.standsForAnother(bare) && !PublicId.is(bare);
            }
        };

        abstract boolean passes(String value);

        /// What the base64 stands for, or nothing when it is none.
        private static String decoded(String value) {
            try {
                return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return "";
            }
        }
    }

    private static final int COLUMNS = 6;
    private static final List<String> JOINTS = List.of("", "_", "-", " ", ".");

    static SecretRule parse(String line) {
        var columns = line.split("\t+", COLUMNS);
        if (columns.length < COLUMNS - 1) {
            throw new IllegalArgumentException("a secret rule has five columns and, mostly, a shape: " + line);
        }
        return new SecretRule(columns[0], columns[1], Form.valueOf(columns[2]), Check.valueOf(columns[3]),
                Stream.of(columns[4].split(" ", -1)).map(word -> word.replace('&', ' ')).flatMap(SecretRule::spellings).toList(),
                Shape.of(columns.length < COLUMNS ? "" : columns[5]));
    }

    /// `api^key` is `apikey`, `api_key`, `api-key`, `api key` and `api.key`.
    private static Stream<String> spellings(String word) {
        var joint = word.indexOf('^');
        return joint < 0 ? Stream.of(word)
                : JOINTS.stream().map(sign -> word.substring(0, joint) + sign + word.substring(joint + 1))
                        .flatMap(SecretRule::spellings);
    }
}
