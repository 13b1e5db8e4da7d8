package dev.wingman.watcher;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.http.Page;

/// What SREs and operators look up.
public interface Reading {

    /// A worker and what became of its claims.
    record WorkerStanding(String worker, Counts verdicts, int unverifiableInARow, Instant lastVerdictAt,
            Optional<LockView> lock) {}

    /// Verdicts by kind.
    record Counts(long trueClaims, long falseClaims, long unverifiableClaims) {}

    /// A lock as people see it.
    record LockView(String scope, String name, UUID incident, String reason, Instant since) {}

    /// An alert as people see it.
    record AlertView(UUID alertId, String severity, String kind, UUID incident, Optional<String> worker,
            Optional<UUID> subjectId, String text, Instant raisedAt, Optional<String> acknowledgedBy,
            Optional<Instant> acknowledgedAt) {}

    /// By worker's id.
    Uni<List<WorkerStanding>> workers(Identifier tenant, Page.Request page);

    Uni<Optional<WorkerStanding>> worker(Identifier tenant, Identifier worker);

    /// The oldest first.
    Uni<List<LockView>> locks(Identifier tenant, Page.Request page);

    /// The newest first.
    Uni<List<AlertView>> alerts(Identifier tenant, Page.Request page);
}
