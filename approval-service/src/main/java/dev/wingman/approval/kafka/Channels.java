package dev.wingman.approval.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.approval.Hearing;
import dev.wingman.platform.events.Inbox;

/// Instructions, stages and grants asked for, decisions from Telegram, verdicts on releases.
@ApplicationScoped
class Channels {

    private final Inbox inbox;
    private final Hearing hearing;

    Channels(Inbox inbox, Hearing hearing) {
        this.inbox = inbox;
        this.hearing = hearing;
    }

    @Incoming("instructions-in")
    Uni<Void> onInstructions(ConsumerRecords<byte[], byte[]> instructions) {
        return inbox.admit(instructions, hearing::hear);
    }

    @Incoming("executions-in")
    Uni<Void> onExecutions(ConsumerRecords<byte[], byte[]> executions) {
        return inbox.admit(executions, hearing::hear);
    }

    @Incoming("decisions-in")
    Uni<Void> onDecisions(ConsumerRecords<byte[], byte[]> decisions) {
        return inbox.admit(decisions, hearing::hear);
    }

    @Incoming("verdicts-in")
    Uni<Void> onVerdicts(ConsumerRecords<byte[], byte[]> verdicts) {
        return inbox.admit(verdicts, hearing::hear);
    }
}
