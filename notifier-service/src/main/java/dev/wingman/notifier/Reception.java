package dev.wingman.notifier;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.notifier.domain.Update;

/// Fetches what waits at Telegram, unless Telegram brings it. An update is confirmed only after it was taken.
@ApplicationScoped
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Turn turn;
    private final Updates updates;
    private final Desk desk;
    private final Messenger messenger;
    private final TelegramSettings settings;
    private volatile long next;

    Reception(Turn turn, Updates updates, Desk desk, Messenger messenger, TelegramSettings settings) {
        this.turn = turn;
        this.updates = updates;
        this.desk = desk;
        this.messenger = messenger;
        this.settings = settings;
    }

    void start(@Observes StartupEvent starting) {
        if (messenger.configured() && TelegramSettings.text(settings.webhookSecret()).isEmpty()) {
            turn.whenever(this::round);
        }
    }

    private Uni<Duration> round() {
        return updates.from(next).chain(batch -> takeAll(batch.updates()).replaceWith(batch.pause())).onFailure()
                .recoverWithItem(this::later);
    }

    private Uni<Void> takeAll(List<Update> batch) {
        var all = Uni.createFrom().voidItem();
        for (var update : batch) {
            all = all.chain(() -> desk.take(update)).invoke(() -> next = update.id() + 1);
        }
        return all;
    }

    private Duration later(Throwable failure) {
        LOG.warnf("event=updates-wait reason=\"%s\"", failure.getMessage());
        return PAUSE;
    }
}
