package dev.wingman.watcher;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;

/// What the watcher tells the world: kept, shown and emitted in the transaction of its cause.
@ApplicationScoped
public class Alarms {

    private final Records records;
    private final Envelopes envelopes;
    private final Outbox outbox;

    Alarms(Records records, Envelopes envelopes, Outbox outbox) {
        this.records = records;
        this.envelopes = envelopes;
        this.outbox = outbox;
    }

    Uni<Void> raise(Transaction transaction, Envelope<? extends Event> cause, AlertRaised alert) {
        var raised = envelopes.caused(cause, alert.alertId().toString(), alert);
        return records.alert(transaction, raised).chain(() -> emit(transaction, raised));
    }

    Uni<Void> locksChanged(Transaction transaction, Envelope<? extends Event> cause, LocksChanged locks) {
        return emit(transaction, envelopes.caused(cause, cause.tenant().value(), locks));
    }

    private Uni<Void> emit(Transaction transaction, Envelope<? extends Event> event) {
        return records.show(transaction, event).chain(() -> outbox.add(transaction, List.of(event)));
    }
}
