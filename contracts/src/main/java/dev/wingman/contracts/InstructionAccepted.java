package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An instruction passed the gate. Its predicates are fixed here: outcome binding.
///
/// @param digest SHA-256 over the RFC 8785 form of what was admitted
/// @param sameness the digest without the instruction's id: equal for equal requests
/// @param predicates compiled from the success criteria
/// @param policyRules ids of the tenant's rules that held and tightened what is asked of it
public record InstructionAccepted(UUID instructionId, Identifier worker, String title, Optional<String> site,
        TenPoints points, Action action, List<Predicate> predicates, Risk risk, ApprovalNeed approval, String digest,
        String sameness, String policyVersion, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> policyRules)
        implements
            Event {

    public InstructionAccepted {
        policyRules = policyRules == null ? List.of() : List.copyOf(policyRules);
    }

    /// An instruction that no rule of its tenant touched.
    public InstructionAccepted(UUID instructionId, Identifier worker, String title, Optional<String> site,
            TenPoints points, Action action, List<Predicate> predicates, Risk risk, ApprovalNeed approval,
            String digest, String sameness, String policyVersion) {
        this(instructionId, worker, title, site, points, action, predicates, risk, approval, digest, sameness,
                policyVersion, List.of());
    }

    @Override
    public boolean signed() {
        return !(action instanceof Action.None);
    }
}
