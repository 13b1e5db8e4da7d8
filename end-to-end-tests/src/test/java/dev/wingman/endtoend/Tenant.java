package dev.wingman.endtoend;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.Claim;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.local.demo.Playground;
import dev.wingman.local.telegram.BotCall;

/// A tenant of one journey, and what its people do.
record Tenant(Playground playground, String id, Map<String, String> tokens) {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration CALL = Duration.ofSeconds(5);

    Tenant(Playground playground, String id) {
        this(playground, id, new ConcurrentHashMap<>());
    }

    String token(String subject, String role) {
        return tokens.computeIfAbsent(subject + "/" + role, _ -> playground.token(id, subject, role));
    }

    WingmanClient worker(String name) {
        return new WingmanClient(playground.addresses(), token(name, "worker"));
    }

    WingmanClient sre() {
        return new WingmanClient(playground.addresses(), token("sam", "sre"));
    }

    WingmanClient operator(String name) {
        return new WingmanClient(playground.addresses(), token(name, "operator"));
    }

    HttpResponse<String> get(Service service, String path, String subject, String role) throws IOException {
        return send(request(service, path, subject, role).GET());
    }

    /// A claim of a file, under a key that makes it repeatable, in a trace that the caller began.
    HttpResponse<String> claim(String worker, Path file, String key, String traceparent) throws IOException {
        var body = Json.bytes(Claim.of("created file " + file));
        return send(request(Service.CLAIM_LOGGER, "/v1/claims", worker, "worker")
                .header("Content-Type", "application/json").header("Idempotency-Key", key)
                .header("traceparent", traceparent).POST(BodyPublishers.ofByteArray(body)));
    }

    static String newTrace() {
        var random = UUID.randomUUID().toString().replace("-", "");
        return "00-" + random + "-" + random.substring(16) + "-01";
    }

    private HttpRequest.Builder request(Service service, String path, String subject, String role) {
        return HttpRequest.newBuilder(URI.create(playground.addresses().of(service) + path)).timeout(CALL)
                .header("Authorization", "Bearer " + token(subject, role));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Every message that Telegram showed about a claim.
    List<BotCall> messagesAbout(String claimId) {
        return playground.chat().orElseThrow().calls("sendMessage").stream()
                .filter(call -> call.succeeded() && call.text("text").contains(claimId)).toList();
    }

    boolean locked(String worker) {
        return locks(worker) == 1;
    }

    long locks(String worker) {
        return got(sre().lockdowns()).items().stream().filter(lock -> lock.path("name").asText().equals(worker))
                .count();
    }

    /// The tenant's ledger as a file.
    Path export() {
        var file = playground.folder().resolve(id + "-" + UUID.randomUUID() + ".jsonl");
        got(sre().exportLedger(file));
        return file;
    }

    /// The entries of an export, without its first line.
    static List<JsonNode> entries(Path export) {
        try {
            return Files.readAllLines(export).stream().skip(1).map(Tenant::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The entries of one kind about one thing.
    static List<JsonNode> entries(Path export, String type, String subject) {
        return entries(export).stream().filter(entry -> entry.path("headers").path("ce_type").asText().equals(type))
                .filter(entry -> entry.path("value").asText().contains(subject)
                        || entry.path("headers").path("ce_subject").asText().equals(subject))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return Json.tolerant().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Ok.class);
        return switch (reply) {
            case Reply.Ok(var value, _) -> value;
            case Reply.No(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }
}
