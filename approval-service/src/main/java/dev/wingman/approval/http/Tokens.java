package dev.wingman.approval.http;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.microprofile.jwt.JsonWebToken;

/// What a token says beside who its bearer is.
final class Tokens {

    private Tokens() {}

    /// When its bearer logged in; a token that does not say so proves nothing.
    static Optional<Instant> authTime(JsonWebToken token) {
        return token.getClaim("auth_time") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
