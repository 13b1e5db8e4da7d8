package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;

/// The read copy of instructions. Another tenant's is not there.
public interface Instructions {

    Uni<Void> add(Transaction transaction, List<Instruction> instructions);

    Uni<Optional<Instruction>> find(Identifier tenant, UUID id);
}
