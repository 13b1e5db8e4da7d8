package dev.wingman.watcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Transaction;

/// What the watcher remembers.
public interface Records {

    /// Counts a verdict and answers how many UNVERIFIABLE came in a row, this one included.
    Uni<Integer> count(Transaction transaction, Envelope<VerdictReached> verdict);

    /// The tenant's locks, held for change until the transaction ends.
    Uni<LocksChanged> locksForChange(Transaction transaction, Identifier tenant);

    /// Adds a lock; the answer is the new list with its new version.
    Uni<LocksChanged> lock(Transaction transaction, Identifier tenant, Lock lock);

    /// Takes a lock away; the answer is the new list with its new version.
    Uni<LocksChanged> unlock(Transaction transaction, Identifier tenant, Lock lock);

    Uni<Void> alert(Transaction transaction, Envelope<AlertRaised> alert);

    /// Puts an event into the tenant's live view.
    Uni<Void> show(Transaction transaction, Envelope<? extends Event> event);

    /// Every tenant's list of locks that is not empty or was ever changed, as the database has it.
    Uni<Map<Identifier, LocksChanged>> allLocks();

    /// Whether the alert exists and is acknowledged now; the first who acknowledged stays.
    Uni<Optional<Acknowledged>> acknowledge(Identifier tenant, UUID alert, Identifier by);

    /// Entries of the live view after a number, in order.
    Uni<List<Shown>> shownAfter(Identifier tenant, long number, int atMost);

    /// The number of the newest entry; 0 where there is none.
    Uni<Long> newest(Identifier tenant);

    /// Who acknowledged an alert.
    record Acknowledged(UUID alertId, Identifier acknowledgedBy) {}

    /// An entry of the live view.
    record Shown(long number, String type, String json) {}
}
