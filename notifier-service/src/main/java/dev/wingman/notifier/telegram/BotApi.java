package dev.wingman.notifier.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Json;
import dev.wingman.notifier.Messenger;
import dev.wingman.notifier.TelegramSettings;

/// [Messenger] over Telegram's Bot API, with the JDK's client: the token is part of every address, and a client that traces or logs addresses would give it away.
@ApplicationScoped
class BotApi implements Messenger {

    private static final Logger LOG = Logger.getLogger(BotApi.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final TelegramSettings settings;

    BotApi(TelegramSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public boolean configured() {
        return settings.token().isPresent();
    }

    @Override
    public Uni<Attempt> send(long chat, String text) {
        return settings.token().map(token -> call(token.get(), chat, text))
                .orElseGet(() -> Uni.createFrom().item(new Attempt.Refused("no bot token")));
    }

    private Uni<Attempt> call(String token, long chat, String text) {
        var body = Json.bytes(Map.of("chat_id", chat, "text", text, "disable_web_page_preview", true));
        var request = HttpRequest.newBuilder(URI.create(settings.apiUrl() + "/bot" + token + "/sendMessage"))
                .timeout(settings.timeout()).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return Uni.createFrom().completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()))
                .map(BotApi::attempt).onFailure().recoverWithItem(BotApi::unreachable);
    }

    private static Attempt attempt(HttpResponse<byte[]> response) {
        var answer = read(response.body());
        var description = answer.path("description").asText("status " + response.statusCode());
        if (answer.path("ok").asBoolean(false)) {
            return new Attempt.Delivered(answer.path("result").path("message_id").asLong());
        }
        return switch (response.statusCode()) {
            case 429 -> new Attempt.Later(
                    Duration.ofSeconds(Math.max(1, answer.path("parameters").path("retry_after").asLong(1))),
                    description);
            case 400, 403 -> new Attempt.Refused(description);
            case 401, 404 -> tokenRefused(description);
            default -> new Attempt.Later(PAUSE, description);
        };
    }

    private static Attempt tokenRefused(String description) {
        LOG.error("event=telegram-refuses-the-token mend=\"check WINGMAN_TELEGRAM_TOKEN\"");
        return new Attempt.Later(LONG_PAUSE, description);
    }

    /// Only the kind of failure is told: its message may hold the address, and with it the token.
    private static Attempt unreachable(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.warnf("event=telegram-unreachable reason=%s", cause.getClass().getSimpleName());
        return new Attempt.Later(PAUSE, "unreachable: " + cause.getClass().getSimpleName());
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.tolerant().readTree(body);
        } catch (IOException e) {
            LOG.debugf("event=telegram-answer-unreadable reason=%s", e.getClass().getSimpleName());
            return Json.tolerant().createObjectNode();
        }
    }
}
