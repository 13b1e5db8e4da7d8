package dev.wingman.gatekeeper.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.gatekeeper.Records;
import dev.wingman.platform.events.Inbox;

/// The gatekeeper's own topic, back into its read copy.
@ApplicationScoped
class InstructionsConsumer {

    private final Inbox inbox;
    private final Records records;

    InstructionsConsumer(Inbox inbox, Records records) {
        this.inbox = inbox;
        this.records = records;
    }

    @Incoming("instructions-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> instructions) {
        return inbox.admit(instructions, records::keep);
    }
}
