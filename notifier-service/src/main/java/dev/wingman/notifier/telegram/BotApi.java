package dev.wingman.notifier.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Json;
import dev.wingman.notifier.TelegramSettings;

/// One call of the Bot API, with the JDK's client: the token is part of every address, and a client that traces or logs addresses would give it away.
@ApplicationScoped
class BotApi {

    private static final Logger LOG = Logger.getLogger(BotApi.class);

    /// What Telegram said.
    ///
    /// @param result what was asked for; missing in a refusal
    /// @param retryAfter how long Telegram wants silence
    record Answer(int status, boolean ok, String description, JsonNode result, Duration retryAfter) {}

    private final HttpClient http;
    private final TelegramSettings settings;

    BotApi(TelegramSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// Status 0 where there was no answer; it never fails otherwise.
    Uni<Answer> call(String method, Map<String, ?> parameters, Duration patience) {
        return TelegramSettings.text(settings.token()).map(token -> request(token, method, parameters, patience))
                .map(request -> Uni.createFrom()
                        .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()))
                        .map(BotApi::answer).onFailure().recoverWithItem(BotApi::unreachable))
                .orElseGet(() -> Uni.createFrom().item(nothing("no bot token")));
    }

    private HttpRequest request(String token, String method, Map<String, ?> parameters, Duration patience) {
        return HttpRequest.newBuilder(URI.create(settings.apiUrl() + "/bot" + token + "/" + method)).timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(parameters))).build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var body = read(response.body());
        var answer = new Answer(response.statusCode(), body.path("ok").asBoolean(false),
                body.path("description").asText("status " + response.statusCode()), body.path("result"),
                Duration.ofSeconds(Math.max(1, body.path("parameters").path("retry_after").asLong(1))));
        if (answer.status() == 401 || answer.status() == 404) {
            LOG.error("event=telegram-refuses-the-token mend=\"check WINGMAN_TELEGRAM_TOKEN\"");
        }
        return answer;
    }

    /// Only the kind of failure is told: its message may hold the address, and with it the token.
    private static Answer unreachable(Throwable failure) {
        var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
        LOG.warnf("event=telegram-unreachable reason=%s", cause.getClass().getSimpleName());
        return nothing("unreachable: " + cause.getClass().getSimpleName());
    }

    private static Answer nothing(String why) {
        return new Answer(0, false, why, Json.tolerant().missingNode(), Duration.ZERO);
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
