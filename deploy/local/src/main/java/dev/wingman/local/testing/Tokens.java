package dev.wingman.local.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.wingman.local.keys.TokenIssuer;

/// A token for a test, signed with the key that the tested service trusts. Each step gives a new value:
/// `Tokens.worker("acme", "coder-1").expired().jwt()`.
public record Tokens(Map<String, Object> claims) {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    public static Tokens of(String tenant, String subject, String... roles) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subject);
        claims.put("tenant_id", tenant);
        claims.put("groups", List.of(roles));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return new Tokens(claims);
    }

    public static Tokens worker(String tenant, String worker) {
        return of(tenant, worker, "worker");
    }

    /// Logged in just now, so that a critical approval may be decided with it.
    public static Tokens operator(String tenant, String subject) {
        return of(tenant, subject, "operator").authenticatedAt(Instant.now());
    }

    public static Tokens sre(String tenant, String subject) {
        return of(tenant, subject, "sre");
    }

    public static Tokens admin(String tenant, String subject) {
        return of(tenant, subject, "admin");
    }

    public Tokens roles(String... roles) {
        return with("groups", List.of(roles));
    }

    public Tokens workerId(String worker) {
        return with("worker_id", worker);
    }

    public Tokens authenticatedAt(Instant moment) {
        return with("auth_time", moment.getEpochSecond());
    }

    public Tokens issuedAt(Instant moment) {
        return with("iat", moment.getEpochSecond());
    }

    public Tokens expires(Instant moment) {
        return with("exp", moment.getEpochSecond());
    }

    public Tokens expired() {
        return issuedAt(Instant.now().minus(Duration.ofHours(2))).expires(Instant.now().minus(Duration.ofHours(1)));
    }

    public Tokens with(String claim, Object value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return new Tokens(changed);
    }

    public Tokens without(String claim) {
        var changed = new LinkedHashMap<>(claims);
        changed.remove(claim);
        return new Tokens(changed);
    }

    /// The compact form, for `Authorization: Bearer`.
    public String jwt() {
        return TokenIssuer.load(Bench.issuer().issuerKey()).sign(claims);
    }

    /// The same claims, signed by somebody whom no service trusts.
    public String forged() {
        return TokenIssuer.load(Parts.strangersKey()).sign(claims);
    }
}
