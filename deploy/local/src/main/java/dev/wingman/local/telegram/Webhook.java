package dev.wingman.local.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Where updates are brought, once a bot asked for that. The real one insists on https; this one brings to loopback.
final class Webhook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 100;

    private record Target(URI address, String secret) {}

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Optional<Target> target = Optional.empty();

    boolean isSet() {
        return target.isPresent();
    }

    JsonNode set(ObjectNode parameters) {
        var address = parameters.path("url").asText("");
        var secret = parameters.path("secret_token").asText("");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw new Refused(400, "Bad Request: secret token contains unallowed characters");
        }
        target = address.isEmpty() ? Optional.empty() : Optional.of(new Target(URI.create(address), secret));
        return Methods.yes();
    }

    JsonNode delete() {
        target = Optional.empty();
        return Methods.yes();
    }

    JsonNode info(int pending) {
        return JSON.createObjectNode().put("url", target.map(to -> to.address().toString()).orElse(""))
                .put("has_custom_certificate", false).put("pending_update_count", pending);
    }

    /// Brings an update until it is taken, as Telegram does; true once it was.
    boolean bring(ObjectNode update) {
        var to = target;
        for (int tries = 0; to.isPresent() && tries < TRIES; tries++) {
            if (brought(to.get(), update)) {
                return true;
            }
            pause();
        }
        return false;
    }

    private boolean brought(Target to, ObjectNode update) {
        var request = HttpRequest.newBuilder(to.address()).timeout(PATIENCE).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
        if (!to.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", to.secret());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
