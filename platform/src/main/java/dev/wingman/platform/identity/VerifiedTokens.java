package dev.wingman.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Tokens whose signature was found good within the last minute, by their SHA-256: to check it again costs more than to refuse the call.
/// Only that is remembered. Locks, the registry, roles and the age of a sign-in are asked at each call as ever.
final class VerifiedTokens {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST = 1024;

    /// Checks a token that nobody remembers.
    interface Verification {
        JsonWebToken verify(String token) throws ParseException;
    }

    private record Verified(JsonWebToken token, Instant at) {
        /// Not past its expiry, and not when the clock was set back.
        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(LONGEST))
                    && now.isBefore(Instant.ofEpochSecond(token.getExpirationTime()));
        }
    }

    private final Clock clock;
    private final Map<String, Verified> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    /// The token as it was verified now or lately. What is refused is never remembered.
    JsonWebToken of(String token, Verification verification) throws ParseException {
        var digest = digest(token);
        var now = clock.instant();
        var known = known(digest);
        if (known != null && known.holds(now)) {
            return known.token();
        }
        var verified = verification.verify(token);
        remember(digest, new Verified(verified, now));
        return verified;
    }

    private synchronized @Nullable Verified known(String digest) {
        return remembered.get(digest);
    }

    /// As the youngest: the oldest goes first.
    private synchronized void remember(String digest, Verified verified) {
        remembered.remove(digest);
        remembered.put(digest, verified);
    }

    private static String digest(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
