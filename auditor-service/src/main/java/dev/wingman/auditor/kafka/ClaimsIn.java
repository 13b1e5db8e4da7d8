package dev.wingman.auditor.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.auditor.Auditor;
import dev.wingman.platform.events.Inbox;

/// `wingman.claims.v1`. This site's auditors read all partitions and judge what is their site's.
@ApplicationScoped
class ClaimsIn {

    private final Inbox inbox;
    private final Auditor auditor;

    ClaimsIn(Inbox inbox, Auditor auditor) {
        this.inbox = inbox;
        this.auditor = auditor;
    }

    @Incoming("claims-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> claims) {
        return inbox.admit(claims, auditor::enqueue).invoke(auditor::wake);
    }
}
