package dev.wingman.auditor.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.auditor.Auditor;
import dev.wingman.platform.events.Inbox;

/// `wingman.executions.v1`. Stages that end become work, what was expected of them is kept.
@ApplicationScoped
class ExecutionsIn {

    private final Inbox inbox;
    private final Auditor auditor;

    ExecutionsIn(Inbox inbox, Auditor auditor) {
        this.inbox = inbox;
        this.auditor = auditor;
    }

    @Incoming("executions-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> executions) {
        return inbox.admit(executions, auditor::enqueue).invoke(auditor::wake);
    }
}
