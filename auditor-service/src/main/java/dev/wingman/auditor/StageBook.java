package dev.wingman.auditor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Prepared;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.platform.events.Transaction;

/// What stages were prepared, and what was expected of each. The first preparation of a stage stands.
public interface StageBook {

    Uni<Void> keep(Transaction transaction, List<Envelope<StagePrepared>> prepared);

    Uni<Optional<Prepared>> find(Identifier tenant, UUID stage);
}
