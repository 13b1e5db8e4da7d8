package dev.wingman.notifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;

/// What was to be sent, where, and what became of it.
public interface Deliveries {

    /// The state of a delivery.
    enum State {
        WAITING, SENT, REFUSED, NO_CHANNEL
    }

    /// One alert to one chat.
    record Delivery(UUID deliveryId, UUID alertId, Optional<Long> chat, State state, int attempts,
            Optional<String> reason, Instant createdAt, Instant updatedAt) {}

    /// Plans an alert for its chats, or records that there is no channel for it.
    Uni<Void> plan(Transaction transaction, Identifier tenant, UUID alert, List<Long> chats);

    /// The chats that still wait for an alert.
    Uni<List<Delivery>> waiting(UUID alert);

    /// Records an attempt at once, so that a crash repeats one message at most.
    Uni<Void> attempted(UUID delivery, Messenger.Attempt attempt);

    /// The newest first.
    Uni<List<Delivery>> list(Identifier tenant, Optional<State> state, Page.Request page);
}
