package dev.wingman.local.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import dev.wingman.local.keys.TokenIssuer;
import dev.wingman.local.stack.LocalState;

/// Tokens as the local issuer signs them.
final class Signatures {

    private static final Duration BRIEF = Duration.ofMinutes(1);

    private final TokenIssuer issuer;

    Signatures(LocalState state) {
        this.issuer = TokenIssuer.load(Path.of(state.issuerKey()));
    }

    /// For a call that is made at once.
    String brief(Subject subject) {
        return sign(subject, BRIEF);
    }

    String sign(Subject subject, Duration lifetime) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subject.name());
        claims.put("tenant_id", subject.tenant());
        claims.put("groups", List.of(subject.role()));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(lifetime).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        if (!subject.role().equals("worker")) {
            claims.put("auth_time", now.getEpochSecond());
        }
        return issuer.sign(claims);
    }
}
