package dev.wingman.contracts;

import java.util.List;
import java.util.UUID;

/// An instruction did not pass the gate. It carries no text of the instruction and no digest: what was wrong may have been a secret.
public record InstructionRejected(UUID instructionId, Identifier worker, List<Violation> violations) implements Event {

    @Override
    public boolean signed() {
        return false;
    }
}
