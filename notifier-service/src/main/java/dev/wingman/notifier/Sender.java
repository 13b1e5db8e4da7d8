package dev.wingman.notifier;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import dev.wingman.platform.events.LeaseLoop;
import dev.wingman.platform.events.Traces;

/// Sends what is planned: one at a time from each queue of a chat, many queues at once, the next as soon as one ends.
@ApplicationScoped
class Sender implements LeaseLoop.Pieces<Deliveries.Taken> {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final int AT_ONCE = 32;

    private final Deliveries deliveries;
    private final Messenger messenger;
    private final Traces traces;
    private final Vertx vertx;
    private final LeaseLoop<Deliveries.Taken> loop;

    Sender(Deliveries deliveries, Messenger messenger, Traces traces, Vertx vertx) {
        this.deliveries = deliveries;
        this.messenger = messenger;
        this.traces = traces;
        this.vertx = vertx;
        this.loop = new LeaseLoop<>("deliveries", AT_ONCE, this);
    }

    void start(@Observes StartupEvent starting) {
        if (!messenger.configured()) {
            LOG.warn("event=no-telegram-token messages=\"recorded, not sent\"");
            return;
        }
        deliveries.onWake(loop::look);
        loop.start(vertx);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop();
    }

    @Override
    public UUID key(Deliveries.Taken taken) {
        return taken.deliveryId();
    }

    @Override
    public Uni<Void> release(Set<UUID> inHand) {
        return deliveries.release(inHand);
    }

    @Override
    public Uni<List<Deliveries.Taken>> take(int atMost) {
        return deliveries.take(atMost);
    }

    @Override
    public Uni<Void> carry(Deliveries.Taken taken) {
        var span = traces.effect(taken.traceparent(), "telegram " + taken.kind());
        return Uni.createFrom().deferred(() -> messenger.carry(taken)).onTermination().invoke(() -> span.end())
                .chain(attempt -> deliveries.attempted(taken, attempt)).onFailure()
                .invoke(failure -> LOG.warnf("event=delivery-not-recorded id=%s reason=%s", taken.deliveryId(),
                        failure.getClass().getSimpleName()))
                .replaceWithVoid();
    }
}
