package dev.wingman.execution.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.execution.Conductor;
import dev.wingman.platform.events.Inbox;

/// What the gateway hears. This site's gateways read all partitions and act on what is their site's.
@ApplicationScoped
class Channels {

    private final Inbox inbox;
    private final Conductor conductor;

    Channels(Inbox inbox, Conductor conductor) {
        this.inbox = inbox;
        this.conductor = conductor;
    }

    @Incoming("instructions-in")
    Uni<Void> onInstructions(ConsumerRecords<byte[], byte[]> instructions) {
        return inbox.admit(instructions, conductor::enqueue).invoke(conductor::wake);
    }

    @Incoming("approvals-in")
    Uni<Void> onApprovals(ConsumerRecords<byte[], byte[]> approvals) {
        return inbox.admit(approvals, conductor::enqueue).invoke(conductor::wake);
    }

    @Incoming("verdicts-in")
    Uni<Void> onVerdicts(ConsumerRecords<byte[], byte[]> verdicts) {
        return inbox.admit(verdicts, conductor::enqueue).invoke(conductor::wake);
    }
}
