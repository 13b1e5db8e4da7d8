package dev.wingman.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import dev.wingman.screening.forbidden.Forbidden;
import dev.wingman.screening.forbidden.Found;
import dev.wingman.screening.secrets.Secret;
import dev.wingman.screening.secrets.Secrets;

/// Finds what must not pass. Immutable and safe for any number of threads; time and memory are linear in the text.
public final class Screening {
    /// More are not worth reading, and would make an answer as large as the attack. Redaction knows no such limit.
    private static final int MOST = 100;
    private static final Screening STANDARD = new Screening(Secrets.standard());

    private final Secrets secrets;

    private Screening(Secrets secrets) {
        this.secrets = secrets;
    }

    /// The rules that come with Wingman.
    public static Screening standard() {
        return STANDARD;
    }

    /// The same rules, which let through documented samples of a tenant's, too.
    ///
    /// @param digests SHA-256 of each sample in lower-case hexadecimal digits
    public Screening allowing(Set<String> digests) {
        return digests.isEmpty() ? this : new Screening(secrets.allowing(digests));
    }

    /// Everything wrong with a text: forbidden actions first, then secrets, each without a fingerprint.
    public List<Violation> screen(String text, Place place) {
        var all = new ArrayList<>(forbidden(text, place));
        all.addAll(secrets(text, place));
        return List.copyOf(all);
    }

    /// Actions that no instruction may ask for.
    public List<Violation> forbidden(String text, Place place) {
        var all = Forbidden.in(text, place.reading() == Place.Reading.PROSE);
        return all.isEmpty() ? List.of() : forbidden(all, place.pointers(text));
    }

    /// Forbidden actions of a command given as words, pointed to as `<pointer>/<index>`.
    public List<Violation> forbidden(List<String> argv, String pointer) {
        return Forbidden.in(argv).stream()
                .map(found -> new Violation("forbidden/" + found.rule(), pointer + "/" + indexOf(argv, found.start()),
                        found.start(), found.end(), found.message()))
                .toList();
    }

    /// Secrets, for somebody who has no tenant's key at hand.
    public List<Violation> secrets(String text, Place place) {
        return secrets(text, place, Optional.empty());
    }

    /// Secrets, each with the fingerprint by which its holder can tell which one it is.
    public List<Violation> secrets(String text, Place place, FingerprintKey key) {
        return secrets(text, place, Optional.of(key));
    }

    /// Replaces each secret by its kind and fingerprint. Whoever stores, sends or logs a text of unknown origin does this first.
    public Redacted redact(String text, FingerprintKey key) {
        var found = secrets.in(text);
        var clean = new StringBuilder(text.length());
        var names = new ArrayList<Redacted.Secret>(found.size());
        var copied = 0;
        for (var secret : found) {
            var fingerprint = key.fingerprint(secret.of(text));
            clean.append(text, copied, secret.start()).append('[').append(secret.kind()).append(' ').append(fingerprint)
                    .append(']');
            names.add(new Redacted.Secret(secret.kind(), fingerprint));
            copied = secret.end();
        }
        clean.append(text, copied, text.length());
        return new Redacted(clean.toString(), names);
    }

    private static List<Violation> forbidden(List<Found> all, IntFunction<String> pointers) {
        return all.stream().map(found -> new Violation("forbidden/" + found.rule(), pointers.apply(found.start()),
                found.start(), found.end(), found.message())).toList();
    }

    private List<Violation> secrets(String text, Place place, Optional<FingerprintKey> key) {
        var all = secrets.in(text);
        if (all.isEmpty()) {
            return List.of();
        }
        var pointers = place.pointers(text);
        return all.stream().limit(MOST).map(secret -> new Violation("secret/" + secret.kind(),
                pointers.apply(secret.start()), secret.start(), secret.end(),
                message(secret, key.map(known -> known.fingerprint(secret.of(text)))))).toList();
    }

    private static String message(Secret secret, Optional<String> fingerprint) {
        return secret.name() + fingerprint.map(digits -> " (fingerprint " + digits + ")").orElse("")
                + " stands here: revoke it, and refer to it by name, as in ${NAME}.";
    }

    private static int indexOf(List<String> argv, int offset) {
        var end = 0;
        for (var index = 0; index < argv.size(); index++) {
            end += argv.get(index).length() + 1;
            if (offset < end) {
                return index;
            }
        }
        return 0;
    }
}
