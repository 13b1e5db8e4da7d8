package dev.wingman.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.Execution;
import dev.wingman.platform.events.Transaction;

/// What the gateway did, or is about to do, to Docker: written before each act.
public interface Journal {

    /// A stage that was started and whose gateway gives no sign.
    record Silent(Drill drill, Execution stage) {}

    Uni<Optional<Drill>> find(Identifier tenant, UUID drill);

    Uni<Optional<Drill>> ofStage(Identifier tenant, UUID stage);

    /// All drills of this site that are not over.
    Uni<List<Drill>> open();

    /// Opens a drill with the recorded definitions of its targets. False if one of them is a target of an open drill already.
    Uni<Boolean> open(Transaction transaction, Drill drill, Map<String, byte[]> definitions);

    /// A drill that ends before it began, for the record.
    Uni<Void> refused(Transaction transaction, Drill drill);

    /// Writes the drill as it is now. False if somebody else moved it since it was read: nothing is written then.
    Uni<Boolean> save(Transaction transaction, Drill drill);

    /// The definition that a target is rebuilt from.
    Uni<byte[]> definition(Drill drill, String target);

    /// Says that this process still acts. False if it may not any more.
    Uni<Boolean> beat(UUID execution, UUID holder);

    /// Takes over started stages whose gateway gave no sign for so long.
    Uni<List<Silent>> takeOver(UUID holder, Duration silentFor);

    /// Puts the started stage into this process' hand.
    Uni<Void> take(Transaction transaction, UUID execution, UUID holder);
}
