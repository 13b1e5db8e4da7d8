package dev.wingman.gatekeeper;

import java.util.List;
import java.util.UUID;

import dev.wingman.contracts.Violation;

/// How the gate answers an instruction.
public sealed interface Answer {

    /// It is on its topic.
    ///
    /// @param receipt the JSON of a [Receipt]
    record Accepted(String receipt) implements Answer {}

    /// It is refused, and the refusal is on the topic.
    record Rejected(UUID instructionId, List<Violation> violations) implements Answer {}

    /// The `Idempotency-Key` stands for another instruction.
    record KeyTaken() implements Answer {}

    /// The tenant has no registry entry: it gives no instructions.
    record Unregistered() implements Answer {}
}
