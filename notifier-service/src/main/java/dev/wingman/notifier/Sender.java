package dev.wingman.notifier;

import java.time.Duration;
import java.util.HashSet;
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

import dev.wingman.platform.events.Traces;

/// Sends what is planned: one at a time from each queue of a chat, many queues at once, the next as soon as one ends.
@ApplicationScoped
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration ROUND = Duration.ofMillis(250);
    private static final int AT_ONCE = 32;

    private final Deliveries deliveries;
    private final Messenger messenger;
    private final Traces traces;
    private final Vertx vertx;
    private final Set<UUID> inHand = new HashSet<>();
    /// Deliveries may be ours by the table and in nobody's hand.
    private boolean adrift = true;
    private boolean taking;
    private boolean wanted;
    private boolean stopped;

    Sender(Deliveries deliveries, Messenger messenger, Traces traces, Vertx vertx) {
        this.deliveries = deliveries;
        this.messenger = messenger;
        this.traces = traces;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        if (!messenger.configured()) {
            LOG.warn("event=no-telegram-token messages=\"recorded, not sent\"");
            return;
        }
        deliveries.onWake(this::look);
        vertx.setPeriodic(1, ROUND.toMillis(), _ -> look());
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private synchronized void look() {
        if (taking || stopped || inHand.size() >= AT_ONCE) {
            wanted = true;
            return;
        }
        taking = true;
        wanted = false;
        var free = AT_ONCE - inHand.size();
        var released = adrift ? deliveries.release(Set.copyOf(inHand)) : Uni.createFrom().voidItem();
        adrift = false;
        released.chain(() -> deliveries.take(free)).subscribe().with(this::took, this::notTaken);
    }

    private void took(List<Deliveries.Taken> taken) {
        synchronized (this) {
            taking = false;
            taken.forEach(one -> inHand.add(one.deliveryId()));
            wanted |= !taken.isEmpty();
        }
        taken.forEach(this::send);
        lookIfWanted();
    }

    /// The database may have carried it out and died before it said so.
    private synchronized void notTaken(Throwable failure) {
        LOG.warnf("event=deliveries-wait reason=\"%s: %s\"", failure.getClass().getSimpleName(), failure.getMessage());
        taking = false;
        adrift = true;
    }

    private void send(Deliveries.Taken taken) {
        var span = traces.effect(taken.traceparent(), "telegram " + taken.kind());
        Uni.createFrom().deferred(() -> messenger.carry(taken)).onTermination().invoke(() -> span.end())
                .chain(attempt -> deliveries.attempted(taken, attempt)).subscribe()
                .with(_ -> freed(taken, false), failure -> lost(taken, failure));
    }

    private void lost(Deliveries.Taken taken, Throwable failure) {
        LOG.warnf("event=delivery-not-recorded id=%s reason=%s", taken.deliveryId(),
                failure.getClass().getSimpleName());
        freed(taken, true);
    }

    private void freed(Deliveries.Taken taken, boolean unsettled) {
        synchronized (this) {
            inHand.remove(taken.deliveryId());
            adrift |= unsettled;
            wanted |= !unsettled;
        }
        lookIfWanted();
    }

    private void lookIfWanted() {
        boolean now;
        synchronized (this) {
            now = wanted;
        }
        if (now) {
            look();
        }
    }
}
