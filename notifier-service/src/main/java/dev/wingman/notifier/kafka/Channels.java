package dev.wingman.notifier.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.notifier.Cards;
import dev.wingman.notifier.Notifier;
import dev.wingman.platform.events.Inbox;

/// What the notifier hears.
@ApplicationScoped
class Channels {

    private final Inbox inbox;
    private final Notifier notifier;
    private final Cards cards;

    Channels(Inbox inbox, Notifier notifier, Cards cards) {
        this.inbox = inbox;
        this.notifier = notifier;
        this.cards = cards;
    }

    @Incoming("alerts-in")
    Uni<Void> onAlerts(ConsumerRecords<byte[], byte[]> alerts) {
        return inbox.admit(alerts, notifier::alert);
    }

    @Incoming("approvals-in")
    Uni<Void> onApprovals(ConsumerRecords<byte[], byte[]> approvals) {
        return inbox.admit(approvals, cards::take);
    }

    @Incoming("executions-in")
    Uni<Void> onExecutions(ConsumerRecords<byte[], byte[]> executions) {
        return inbox.admit(executions, cards::take);
    }
}
