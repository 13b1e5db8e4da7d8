package dev.wingman.local.registry;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.wingman.local.LocalFault;
import dev.wingman.local.stack.LocalState;

/// The registry of a local stack, changed as any admin of Wingman would: through the gatekeeper. A change is everywhere when its call returns.
public final class Registry {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int TRIES = 5;
    private static final Subject ADMINISTRATOR = new Subject("wingman", "launcher", "admin", Optional.empty());

    private final LocalState state;
    private final Signatures signatures;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public Registry(LocalState state) {
        this.state = state;
        this.signatures = new Signatures(state);
    }

    /// Changes a tenant's entry; a tenant that there is not yet gets its first. Returns once every service goes by what it is then.
    ///
    /// @param change says whether it changed anything
    public void change(String tenant, Predicate<ObjectNode> change) {
        awaitEverywhere(tenant, changed(tenant, change));
    }

    /// A tenant's entry, if it is registered.
    Optional<ObjectNode> find(String tenant) {
        var known = send(tenant(tenant).GET());
        return known.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(known));
    }

    /// Two may change at once: whoever comes second reads again.
    private long changed(String tenant, Predicate<ObjectNode> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var known = send(tenant(tenant).GET());
            var entry = known.statusCode() == NOT_FOUND
                    ? Registration.fresh(tenant, state.site(), state.roots())
                    : read(known);
            boolean changed = change.test(entry);
            if (!changed && known.statusCode() == OK) {
                return entry.path("version").asLong();
            }
            var request = tenant(tenant).header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(entry.toString()));
            known.headers().firstValue("ETag").ifPresent(tag -> request.header("If-Match", tag));
            var answer = send(request);
            if (answer.statusCode() / 100 == 2) {
                return parsed(answer).path("version").asLong();
            }
            if (answer.statusCode() != PRECONDITION_FAILED && answer.statusCode() != CONFLICT) {
                throw refused(answer);
            }
        }
        throw new LocalFault("the tenant " + tenant + " is being changed by somebody else: try again");
    }

    private HttpRequest.Builder tenant(String tenant) {
        return HttpRequest
                .newBuilder(URI.create(state.services().get("gatekeeper-service") + "/v1/tenants/" + tenant))
                .timeout(PATIENCE).header("Authorization", "Bearer " + signatures.brief(ADMINISTRATOR));
    }

    private static ObjectNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        return parsed(answer);
    }

    private static ObjectNode parsed(HttpResponse<String> answer) {
        try {
            if (Registration.JSON.readTree(answer.body()) instanceof ObjectNode entry) {
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

    private void awaitEverywhere(String tenant, long version) {
        var until = Instant.now().plus(PATIENCE);
        var token = signatures.brief(new Subject(tenant, "launcher", "sre", Optional.empty()));
        var waiting = new ArrayList<>(state.services().values());
        while (true) {
            waiting.removeIf(base -> knows(base, token, version));
            if (waiting.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(until)) {
                throw new LocalFault("not every service knows the tenant " + tenant + " after "
                        + PATIENCE.toSeconds() + " s: `wingman status` shows who is not ready");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean knows(String base, String token, long version) {
        var answer = send(HttpRequest.newBuilder(URI.create(base + "/v1/whoami")).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token));
        return answer.statusCode() == OK && parsed(answer).path("registry_version").asLong() >= version;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), ofString());
        } catch (IOException e) {
            throw new LocalFault("the local stack does not answer: run `wingman up`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("interrupted while the registry was changed", e);
        }
    }
}
