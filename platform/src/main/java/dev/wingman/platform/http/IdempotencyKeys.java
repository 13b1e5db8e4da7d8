package dev.wingman.platform.http;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses an `Idempotency-Key` that is none before anybody reads it: to a resource an empty header looks like no header, and who
/// sends one believes that he may repeat the call.
class IdempotencyKeys {

    @ServerRequestFilter
    Optional<Response> check(ContainerRequestContext request) {
        var keys = request.getHeaders().getOrDefault("Idempotency-Key", List.of());
        return keys.isEmpty() || keys.size() == 1 && Idempotency.isValid(keys.getFirst())
                ? Optional.empty()
                : Optional.of(Problem.malformed("An Idempotency-Key is one text of 1 to 200 printable ASCII characters,"
                        + " not all of them spaces. Leave the header out where the call is not to be repeated.")
                        .response());
    }
}
