package dev.wingman.auditor.kafka;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.auditor.Vigil;
import dev.wingman.platform.events.Inbox;

/// `wingman.observations.v1`: what the site's gateway sees.
@ApplicationScoped
class ObservationsIn {

    private final Inbox inbox;
    private final Vigil vigil;

    ObservationsIn(Inbox inbox, Vigil vigil) {
        this.inbox = inbox;
        this.vigil = vigil;
    }

    @Incoming("observations-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> observations) {
        return inbox.admit(observations, vigil::keep);
    }
}
