package dev.wingman.auditor;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;

/// Who asked for a check, and what it said. The record is also what counts the calls, so that a restart forgets none.
public interface Verifications {

    /// Records the call, or says in how long the caller may ask again.
    Uni<Optional<Duration>> begin(Identifier tenant, Identifier caller, UUID id);

    Uni<Void> end(UUID id, Reached reached);
}
