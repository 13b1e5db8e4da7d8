package dev.wingman.notifier.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Json;
import dev.wingman.notifier.Desk;
import dev.wingman.notifier.TelegramSettings;
import dev.wingman.platform.http.Problem;

/// `POST /telegram/webhook`: Telegram brings one update. It is taken before it is answered with 200; otherwise Telegram brings it again.
@Path("/telegram/webhook")
@PermitAll
public class WebhookResource {

    private static final int BYTES_AT_MOST = 256 * 1024;

    private final Desk desk;
    private final TelegramSettings settings;

    WebhookResource(Desk desk, TelegramSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> take(@HeaderParam("X-Telegram-Bot-Api-Secret-Token") @Nullable String secret, byte[] body) {
        if (secret == null) {
            return refused(Problem.of(401, "unauthenticated", "Who are you?", "Telegram shows its secret token."));
        }
        if (!isOurs(secret)) {
            return refused(Problem.forbidden("That is not the secret token that was set for this webhook."));
        }
        return body.length > BYTES_AT_MOST ? refused(Problem.tooLarge(BYTES_AT_MOST)) : read(body);
    }

    private Uni<Response> read(byte[] body) {
        try {
            return desk.take(UpdateReader.read(Json.tolerant().readTree(body))).map(_ -> Response.ok().build());
        } catch (IOException e) {
            return refused(Problem.malformed("Send an update as JSON."));
        }
    }

    /// Digests are compared, so that the time tells nothing, not even the length.
    private boolean isOurs(String secret) {
        return TelegramSettings.text(settings.webhookSecret())
                .filter(own -> MessageDigest.isEqual(Digests.sha256(own.getBytes(UTF_8)),
                        Digests.sha256(secret.getBytes(UTF_8))))
                .isPresent();
    }

    private static Uni<Response> refused(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }
}
