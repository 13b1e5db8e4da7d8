package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An instruction passed the gate. Its predicates are fixed here: outcome binding.
///
/// @param digest SHA-256 over the RFC 8785 form of what was admitted
/// @param sameness the digest without the instruction's id: equal for equal requests
/// @param predicates compiled from the success criteria
public record InstructionAccepted(UUID instructionId, Identifier worker, String title, Optional<String> site,
        TenPoints points, Action action, List<Predicate> predicates, Risk risk, ApprovalNeed approval, String digest,
        String sameness, String policyVersion) implements Event {

    @Override
    public boolean signed() {
        return !(action instanceof Action.None);
    }
}
