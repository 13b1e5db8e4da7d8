package dev.wingman.local.registry;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.local.LocalFault;
import dev.wingman.local.keys.TokenIssuer;
import dev.wingman.local.stack.LocalState;

/// Gives out tokens of a local stack. Whoever gets one is registered, and known to every service, when it is handed out.
public final class TokenDesk {

    private static final Duration ADMINISTRATOR_LIFETIME = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    /// The tenant of Wingman itself; nobody registers it.
    private static final String RESERVED = "wingman";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int TRIES = 5;

    private final LocalState state;
    private final TokenIssuer issuer;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    public TokenDesk(LocalState state) {
        this.state = state;
        this.issuer = TokenIssuer.load(Path.of(state.issuerKey()));
    }

    public String token(Subject subject, Duration lifetime) {
        var token = sign(subject, lifetime);
        if (subject.tenant().equals(RESERVED)) {
            return token;
        }
        if (!everywhere(token)) {
            register(subject);
            awaitEverywhere(token, subject);
        } else {
            register(subject);
        }
        return token;
    }

    private String sign(Subject subject, Duration lifetime) {
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

    /// Two may register at once: whoever comes second reads again.
    private void register(Subject subject) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var known = send(tenant(subject).GET());
            var entry = known.statusCode() == NOT_FOUND
                    ? Registration.fresh(subject.tenant(), state.site(), state.roots())
                    : read(known);
            boolean added = Registration.add(entry, subject);
            if (!added && known.statusCode() == OK) {
                return;
            }
            var request = tenant(subject).header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(entry.toString()));
            known.headers().firstValue("ETag").ifPresent(tag -> request.header("If-Match", tag));
            var answer = send(request);
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (answer.statusCode() != PRECONDITION_FAILED && answer.statusCode() != CONFLICT) {
                throw refused(answer);
            }
        }
        throw new LocalFault("the tenant " + subject.tenant() + " is being changed by somebody else: try again");
    }

    private HttpRequest.Builder tenant(Subject subject) {
        var administrator = new Subject("wingman", "launcher", "admin", java.util.Optional.empty());
        return HttpRequest
                .newBuilder(URI.create(state.services().get("gatekeeper-service") + "/v1/tenants/" + subject.tenant()))
                .timeout(PATIENCE).header("Authorization", "Bearer " + sign(administrator, ADMINISTRATOR_LIFETIME));
    }

    private static ObjectNode read(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() == OK && Registration.JSON.readTree(answer.body()) instanceof ObjectNode entry) {
                return entry;
            }
            throw refused(answer);
        } catch (IOException e) {
            throw new LocalFault("the gatekeeper answers with no registry entry: " + e.getMessage(), e);
        }
    }

    private static LocalFault refused(HttpResponse<String> answer) {
        return new LocalFault("the gatekeeper refuses to register the tenant: " + answer.statusCode() + " "
                + answer.body());
    }

    private void awaitEverywhere(String token, Subject subject) {
        var until = Instant.now().plus(PATIENCE);
        while (!everywhere(token)) {
            if (Instant.now().isAfter(until)) {
                throw new LocalFault("not every service knows the tenant " + subject.tenant() + " after "
                        + PATIENCE.toSeconds() + " s: `wingman status` shows who is not ready");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean everywhere(String token) {
        var waiting = new ArrayList<>(state.services().values());
        waiting.removeIf(base -> send(HttpRequest.newBuilder(URI.create(base + "/v1/whoami")).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)).statusCode() == OK);
        return waiting.isEmpty();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), ofString());
        } catch (IOException e) {
            throw new LocalFault("the local stack does not answer: run `wingman up`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("interrupted while a token was made", e);
        }
    }
}
