package dev.wingman.auditor.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.auditor.Auditor;
import dev.wingman.platform.events.Inbox;

/// `wingman.approvals.v1`. Of all approvals only releases are the auditor's business.
@ApplicationScoped
class ApprovalsIn {

    private final Inbox inbox;
    private final Auditor auditor;

    ApprovalsIn(Inbox inbox, Auditor auditor) {
        this.inbox = inbox;
        this.auditor = auditor;
    }

    @Incoming("approvals-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> approvals) {
        return inbox.admit(approvals, auditor::enqueue).invoke(auditor::wake);
    }
}
