package dev.wingman.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;

/// One HTTP call and the reading of its status; knows no path.
final class Endpoint {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /// Reads the body of a success.
    interface Reading<T> {
        T of(InputStream body) throws IOException;
    }

    private final Addresses addresses;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .build();

    Endpoint(Addresses addresses, String token) {
        this.addresses = addresses;
        this.token = token;
    }

    Reply<JsonNode> get(Service service, String path) {
        return call(service, path, UnaryOperator.identity()).map((json, _) -> json);
    }

    Reply<JsonNode> post(Service service, String path, String mediaType, byte[] body, Optional<String> idempotencyKey) {
        return call(service, path, request -> {
            idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
            return request.header("Content-Type", mediaType).POST(body(body));
        });
    }

    /// Sets a thing.
    ///
    /// @param condition the header that says what the caller believes of it
    Reply<JsonNode> put(Service service, String path, JsonNode body, String condition, String value) {
        return call(service, path,
                request -> request.header(condition, value).header("Content-Type", "application/json")
                        .PUT(body(Json.bytes(body))));
    }

    private Reply<JsonNode> call(Service service, String path, UnaryOperator<HttpRequest.Builder> how) {
        var reply = exchange(service, path, request -> how.apply(request.timeout(Duration.ofSeconds(60))),
                Endpoint::json);
        return switch (reply) {
            case Reply.Ok(var json, _) -> new Reply.Ok<>(json, json);
            case Reply.No(var refusal) -> new Reply.No<>(refusal);
        };
    }

    /// Sends a request and hands the body of a success on while it still flows.
    <T> Reply<T> exchange(Service service, String path, UnaryOperator<HttpRequest.Builder> how, Reading<T> reading) {
        var address = addresses.of(service);
        var request = how.apply(HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/+$", "") + path))
                .header("Authorization", "Bearer " + token)).build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return response.statusCode() / 100 == 2
                        ? new Reply.Ok<>(reading.of(body), MissingNode.getInstance())
                        : new Reply.No<>(refusal(response, body));
            }
        } catch (IOException e) {
            return new Reply.No<>(new Refusal.Unavailable(unreachable(address, e), Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.No<>(new Refusal.Unavailable("interrupted", Optional.empty()));
        }
    }

    private static String unreachable(URI address, IOException why) {
        return why instanceof java.net.ConnectException
                ? "no Wingman at " + address + ": start one with ./wingman up"
                : "no answer from " + address + ": "
                        + (why.getMessage() == null ? "the connection broke" : why.getMessage());
    }

    private static Refusal refusal(HttpResponse<?> response, InputStream body) throws IOException {
        var problem = Problem.of(response.statusCode(), json(body));
        return switch (response.statusCode()) {
            case 401, 403 -> new Refusal.NotAllowed(problem);
            case 404 -> new Refusal.Missing(problem);
            case 423 -> new Refusal.Locked(problem, problem.json().path("reason").asText(""),
                    problem.json().path("since").asText(""), problem.json().path("incident").asText(""));
            case 400, 405, 406, 409, 410, 412, 413, 415, 422, 428 -> new Refusal.Rejected(problem);
            default -> new Refusal.Unavailable(describe(problem), retryAfter(response.headers()));
        };
    }

    private static String describe(Problem problem) {
        return problem.title() + (problem.detail().isEmpty() ? "" : ": " + problem.detail());
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").filter(value -> value.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /// What is no JSON (an edge's own error page) counts as an empty body.
    private static JsonNode json(InputStream body) throws IOException {
        var bytes = body.readAllBytes();
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : Json.tolerant().readTree(bytes);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher body(byte[] bytes) {
        return BodyPublishers.ofByteArray(bytes);
    }
}
