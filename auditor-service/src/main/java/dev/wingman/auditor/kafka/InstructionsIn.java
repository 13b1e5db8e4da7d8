package dev.wingman.auditor.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.auditor.CriteriaKeeper;
import dev.wingman.platform.events.Inbox;

/// `wingman.instructions.v1`.
@ApplicationScoped
class InstructionsIn {

    private final Inbox inbox;
    private final CriteriaKeeper criteria;

    InstructionsIn(Inbox inbox, CriteriaKeeper criteria) {
        this.inbox = inbox;
        this.criteria = criteria;
    }

    @Incoming("instructions-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> instructions) {
        return inbox.admit(instructions, criteria::keep);
    }
}
