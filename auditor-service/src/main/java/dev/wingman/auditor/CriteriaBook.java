package dev.wingman.auditor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Criteria;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.platform.events.Transaction;

/// A read copy of what accepted instructions will be judged by.
public interface CriteriaBook {

    Uni<Void> keep(Transaction transaction, List<Envelope<InstructionAccepted>> accepted);

    Uni<Optional<Criteria>> find(Identifier tenant, UUID instruction);
}
