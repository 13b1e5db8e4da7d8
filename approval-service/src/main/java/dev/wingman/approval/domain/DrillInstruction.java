package dev.wingman.approval.domain;

import java.util.UUID;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.StagePrepared;

/// What is remembered of a drill's instruction until its stages come.
public record DrillInstruction(UUID instructionId, Identifier worker, String title, String digest, Risk risk) {

    /// Whether a stage follows this instruction, and no other.
    public boolean bears(StagePrepared prepared) {
        return prepared.of().worker().equals(worker) && prepared.instructionDigest().equals(digest);
    }
}
