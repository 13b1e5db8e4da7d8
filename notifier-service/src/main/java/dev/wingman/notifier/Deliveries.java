package dev.wingman.notifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.domain.Content;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;

/// What is to be sent, where, and what became of it. Each kind has a queue of its own in each chat, so that none waits behind another.
public interface Deliveries {

    /// The state of a delivery.
    enum State {
        WAITING, SENT, REFUSED, NO_CHANNEL
    }

    /// What a delivery is.
    enum Kind {
        ALERT,
        /// An approval with its buttons; it changes with the approval.
        CARD,
        /// Asks for the reason of a no.
        QUESTION, REPORT, ANSWER,
        /// What somebody sees who pressed a button.
        PRESS
    }

    /// A message to come.
    ///
    /// @param about the alert, approval, drill or update
    /// @param chat absent where there is no channel
    /// @param cardDigest of the card that the message shows
    /// @param callbackId of the press that it answers
    record Planned(UUID deliveryId, Identifier tenant, Kind kind, UUID about, Optional<Long> chat, Content content,
            Optional<String> cardDigest, Optional<String> callbackId, Optional<String> traceparent) {}

    /// A delivery in hand.
    ///
    /// @param revision of the content; a later one must be sent too
    /// @param messageId of the message that is there already and changes
    record Taken(UUID deliveryId, Kind kind, long chat, Content content, int revision, Optional<Long> messageId,
            Optional<String> callbackId, Optional<String> traceparent) {}

    /// A delivery in the book.
    record Delivery(UUID deliveryId, Kind kind, UUID about, Optional<Long> chat, State state, int attempts,
            Optional<String> reason, Instant createdAt, Instant updatedAt) {}

    /// The approval that a message shows.
    record Shown(Identifier tenant, Kind kind, UUID approvalId, String cardDigest, long messageId) {}

    /// Plans what is not planned yet, and wakes the sender after the commit.
    Uni<Void> plan(Transaction transaction, List<Planned> messages);

    /// All cards of an approval say this from now on.
    Uni<Void> revise(Transaction transaction, Identifier tenant, UUID approval, Content content);

    /// What a message in a chat shows, if it is a card or a question of ours.
    Uni<Optional<Shown>> shownBy(Transaction transaction, long chat, long message);

    /// The latest card of an approval that stands in this chat.
    Uni<Optional<Shown>> cardIn(Transaction transaction, Identifier tenant, UUID approval, long chat);

    /// Takes the next of each queue on a lease, in turn over tenants.
    Uni<List<Taken>> take(int most);

    /// Records an attempt at once, so that a crash repeats one message at most.
    Uni<Void> attempted(Taken taken, Messenger.Attempt attempt);

    /// Frees what this replica holds by the table but not in hand.
    Uni<Void> release(Set<UUID> inHand);

    /// Whom to wake when something was planned.
    void onWake(Runnable sender);

    /// The newest first.
    Uni<List<Delivery>> list(Identifier tenant, Optional<State> state, Page.Request page);
}
