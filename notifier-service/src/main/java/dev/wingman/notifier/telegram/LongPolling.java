package dev.wingman.notifier.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.notifier.TelegramSettings;
import dev.wingman.notifier.Updates;

/// [Updates] by `getUpdates`, which answers as soon as something is there.
@ApplicationScoped
class LongPolling implements Updates {

    private static final Logger LOG = Logger.getLogger(LongPolling.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

    private final BotApi api;
    private final TelegramSettings settings;

    LongPolling(BotApi api, TelegramSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    @Override
    public Uni<Batch> from(long offset) {
        var parameters = Map.of("offset", offset, "timeout", settings.poll().toSeconds(), "allowed_updates",
                List.of("message", "callback_query"));
        return api.call("getUpdates", parameters, settings.poll().plus(settings.timeout())).map(LongPolling::batch);
    }

    private static Batch batch(BotApi.Answer answer) {
        if (answer.ok()) {
            return new Batch(answer.result().valueStream().map(UpdateReader::read).toList(), Duration.ZERO);
        }
        return new Batch(List.of(), switch (answer.status()) {
            case 401, 404 -> LONG_PAUSE;
            case 429 -> answer.retryAfter();
            case 409 -> conflict(answer);
            default -> PAUSE;
        });
    }

    /// A webhook is set, or another program fetches the same bot's updates.
    private static Duration conflict(BotApi.Answer answer) {
        LOG.warnf("event=telegram-conflict reason=\"%s\"", answer.description());
        return PAUSE;
    }
}
