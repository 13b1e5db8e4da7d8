package dev.wingman.notifier.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.notifier.Notifier;
import dev.wingman.platform.events.Inbox;

/// What the notifier hears.
@ApplicationScoped
class Channels {

    private final Inbox inbox;
    private final Notifier notifier;

    Channels(Inbox inbox, Notifier notifier) {
        this.inbox = inbox;
        this.notifier = notifier;
    }

    @Incoming("alerts-in")
    Uni<Void> onAlerts(ConsumerRecords<byte[], byte[]> alerts) {
        return inbox.admit(alerts, notifier::enqueue);
    }
}
