package dev.wingman.watcher.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.platform.events.Inbox;
import dev.wingman.watcher.Watcher;

/// What the watcher hears.
@ApplicationScoped
class Channels {

    private final Inbox inbox;
    private final Watcher watcher;

    Channels(Inbox inbox, Watcher watcher) {
        this.inbox = inbox;
        this.watcher = watcher;
    }

    @Incoming("verdicts-in")
    Uni<Void> onVerdicts(ConsumerRecords<byte[], byte[]> verdicts) {
        return inbox.admit(verdicts, watcher::watch);
    }

    @Incoming("instructions-in")
    Uni<Void> onInstructions(ConsumerRecords<byte[], byte[]> instructions) {
        return inbox.admit(instructions, watcher::watch);
    }

    @Incoming("dead-letters-in")
    Uni<Void> onDeadLetters(ConsumerRecords<byte[], byte[]> letters) {
        return inbox.admit(letters, watcher::watch);
    }

    @Incoming("executions-in")
    Uni<Void> onExecutions(ConsumerRecords<byte[], byte[]> executions) {
        return inbox.admit(executions, watcher::follow);
    }

    @Incoming("approvals-in")
    Uni<Void> onApprovals(ConsumerRecords<byte[], byte[]> approvals) {
        return inbox.admit(approvals, watcher::follow);
    }
}
