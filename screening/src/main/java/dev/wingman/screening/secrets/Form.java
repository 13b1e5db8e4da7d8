package dev.wingman.screening.secrets;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.wingman.screening.secrets.assigned.Assignment;
import dev.wingman.screening.secrets.likeness.Likeness;
import dev.wingman.screening.secrets.scan.Shape.Span;

/// Where a secret stands with respect to its keyword.
enum Form {
    /// The secret begins with the keyword, spelled exactly so.
    TOKEN {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            return hit.isSpelled(keyword) && Edges.opensToken(hit.text(), hit.start(), keyword)
                    ? hit.take(rule, rule.shape().match(hit.text(), hit.start(), hit.end()))
                    : hit.start();
        }
    },
    /// The keyword, spelled exactly so, stands somewhere in the secret.
    INSIDE {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            if (!hit.isSpelled(keyword)) {
                return hit.start();
            }
            var from = hit.start();
            while (from > 0 && hit.start() - from < FARTHEST_BACK && rule.shape().beginsWith(hit.text().charAt(from - 1))) {
                from--;
            }
            var span = rule.shape().match(hit.text(), from, from);
            return span == null || span.end() < hit.end() ? hit.start() : hit.take(rule, span);
        }
    },
    /// The shape follows the keyword, in whatever case; its group is the secret.
    AFTER {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            return Edges.opens(hit.text(), hit.start())
                    ? hit.take(rule, rule.shape().match(hit.text(), hit.start(), hit.end()))
                    : hit.start();
        }
    },
    /// An issuer's name, then a word such as `key`, then a value of the issuer's shape.
    NAMED {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            var text = hit.text();
            var limit = Math.min(text.length(), hit.end() + REACH);
            for (var at = hit.end(); at < limit; at++) {
                if (!Edges.opensValue(text, at)) {
                    continue;
                }
                var span = rule.shape().match(text, at, at);
                if (span != null && Edges.closesValue(text, span.end()) && isAboutASecret(text, hit.start(), at)) {
                    return hit.take(rule, span);
                }
            }
            return hit.start();
        }
    },
    /// A name that means a secret, whosesoever, and the value given to it.
    ASSIGNED {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            var read = hit.start();
            for (var value : Assignment.values(hit.text(), hit.start(), hit.end())) {
                var span = value.span();
                var said = hit.text().substring(span.start(), span.end());
                if (value.firm() ? rule.check().passes(said) : Likeness.standsOut(said) && rule.check().passes(said)) {
                    return hit.add(span);
                }
                read = value.firm() ? span.end() : read;
            }
            return read;
        }
    },
    /// An option of the program that the keyword names, or a word of its command line.
    COMMAND {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            var text = hit.text();
            var limit = Math.min(text.length(), hit.end() + LONGEST_COMMAND);
            if (!Edges.opens(text, hit.start())) {
                return hit.start();
            }
            for (var at = hit.end(); at < limit && !endsCommand(text, at); at++) {
                if (text.charAt(at - 1) > ' ' && text.charAt(at - 1) != '"') {
                    continue;
                }
                var span = rule.shape().match(text, at, at);
                if (span != null && rule.check().passes(text.substring(span.start(), span.end()))) {
                    return hit.add(span);
                }
                if (text.startsWith(keyword, at)) {
                    return at;
                }
            }
            return hit.start();
        }
    },
    /// The password of an address; the keyword is its scheme, or the end of it.
    ADDRESS {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            var span = keyword.startsWith("@") ? Address.passwordBefore(hit.text(), hit.start())
                    : Address.password(hit.text(), hit.end());
            return span == null || !rule.check().passes(hit.text().substring(span.start(), span.end())) ? hit.start() : hit.add(span);
        }
    },
    /// A private key with its `BEGIN` and `END` lines.
    BLOCK {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            var span = Block.key(hit.text(), hit.start());
            return span == null ? hit.start() : hit.add(span);
        }
    },
    /// The values of a Kubernetes Secret.
    MANIFEST {
        @Override
        int find(SecretRule rule, String keyword, Hit hit) {
            if (!Edges.closes(hit.text(), hit.end())) {
                return hit.end();
            }
            var end = Manifest.end(hit.text(), hit.end());
            Manifest.values(hit.text(), hit.end(), end).stream()
                    .filter(span -> rule.check().passes(hit.text().substring(span.start(), span.end())))
                    .forEach(hit::add);
            return end;
        }
    };

    private static final int FARTHEST_BACK = 128;
    private static final int REACH = 90;
    private static final int LONGEST_COMMAND = 240;
    private static final List<String> SECRET_WORDS = List.of("key", "token", "secret", "pass", "auth", "pat", "cred", "pw", "bearer");
    private static final List<String> OTHER_WORDS = List.of("_id", "-id", " id", "sha", "commit", "digest", "hash", "trace", "md5",
            "account", "project", "request", "version", "_url", "public");

    /// Finds a secret at a keyword.
    ///
    /// @return the offset before which this rule need not look again
    abstract int find(SecretRule rule, String keyword, Hit hit);

    private static boolean isAboutASecret(String text, int from, int to) {
        var said = text.substring(from, to).toLowerCase(Locale.ROOT);
        return last(said, SECRET_WORDS) > last(said, OTHER_WORDS);
    }

    private static int last(String said, List<String> words) {
        return words.stream().mapToInt(said::lastIndexOf).max().orElse(-1);
    }

    private static boolean endsCommand(String text, int at) {
        var c = text.charAt(at);
        return c == ';' || c == '|' || c == '[' && text.charAt(at - 1) <= ' ' || c == '\n' && text.charAt(at - 1) != '\\';
    }

    /// A keyword in a text, and where to put what is found.
    ///
    /// @param start offset of the keyword
    /// @param end offset behind it
    record Hit(String text, int start, int end, Sink sink) {
        /// Takes what is found.
        @FunctionalInterface
        interface Sink {
            void take(Span span);
        }

        boolean isSpelled(String keyword) {
            return text.startsWith(keyword, start);
        }

        int add(Span span) {
            sink.take(span);
            return span.end();
        }

        int take(SecretRule rule, @Nullable Span found) {
            if (found == null) {
                return start;
            }
            var span = Edges.withoutFullStop(text, found);
            if (Edges.closes(text, span.end()) && rule.check().passes(text.substring(span.start(), span.end()))) {
                return add(span);
            }
            return span.end();
        }
    }
}
