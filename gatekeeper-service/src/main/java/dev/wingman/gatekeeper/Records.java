package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.Json;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Transaction;

/// Keeps the read copy of what the gate let through and refused.
@ApplicationScoped
public class Records {

    private final Instructions instructions;

    Records(Instructions instructions) {
        this.instructions = instructions;
    }

    public Uni<Void> keep(Transaction transaction, List<Inbox.Arrival> arrivals) {
        return instructions.add(transaction,
                arrivals.stream().flatMap(arrival -> record(arrival.envelope()).stream()).toList());
    }

    public Uni<Optional<Instruction>> find(Identifier tenant, UUID id) {
        return instructions.find(tenant, id);
    }

    private static Optional<Instruction> record(Envelope<? extends Event> envelope) {
        if (envelope.event() instanceof InstructionAccepted accepted) {
            return Optional.of(new Instruction(accepted.instructionId(), envelope.tenant(), accepted.worker(),
                    "ACCEPTED", envelope.time(), Json.tree(accepted)));
        }
        return envelope.event() instanceof InstructionRejected rejected
                ? Optional.of(new Instruction(rejected.instructionId(), envelope.tenant(), rejected.worker(),
                        "REJECTED", envelope.time(), Json.tree(rejected)))
                : Optional.empty();
    }
}
