package dev.wingman.claimlogger.kafka;

import java.util.ArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.wingman.claimlogger.Ledger;
import dev.wingman.contracts.WireRecord;
import dev.wingman.platform.events.Wire;

/// Every topic, in batches.
@ApplicationScoped
class Topics {

    private final Ledger ledger;

    Topics(Ledger ledger) {
        this.ledger = ledger;
    }

    @Incoming("ledger-in")
    Uni<Void> on(ConsumerRecords<byte[], byte[]> batch) {
        var records = new ArrayList<WireRecord>(batch.count());
        batch.forEach(record -> records.add(Wire.of(record)));
        return ledger.keep(records);
    }
}
