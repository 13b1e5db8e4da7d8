package dev.wingman.approval.domain;

import java.util.List;
import java.util.UUID;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.StagePrepared;

/// What is remembered of a drill's instruction until its stages come.
///
/// @param policyRules ids of the tenant's rules that tightened it
public record DrillInstruction(UUID instructionId, Identifier worker, String title, String digest, Risk risk,
        List<String> policyRules) {

    public DrillInstruction {
        policyRules = List.copyOf(policyRules);
    }

    public static DrillInstruction of(InstructionAccepted accepted) {
        return new DrillInstruction(accepted.instructionId(), accepted.worker(), accepted.title(), accepted.digest(),
                accepted.risk(), accepted.policyRules());
    }

    /// Whether a stage follows this instruction, and no other.
    public boolean bears(StagePrepared prepared) {
        return prepared.of().worker().equals(worker) && prepared.instructionDigest().equals(digest);
    }
}
