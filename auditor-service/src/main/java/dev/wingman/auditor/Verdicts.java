package dev.wingman.auditor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;

/// The verdicts reached, their evidence and what was sighted on the way.
public interface Verdicts {

    /// Whether it is the first verdict on that subject; another one is not kept.
    Uni<Boolean> keep(Transaction transaction, Reached reached);

    Uni<Optional<Reached>> find(Identifier tenant, UUID subject);

    /// The newest of a worker's claims that were TRUE and are not older than that.
    Uni<List<Reached>> trueClaims(Identifier tenant, Identifier worker, Instant since, int atMost);
}
