package dev.wingman.contracts;

import java.util.List;

/// The gateway is ready to run a stage and asks for a yes.
///
/// @param instructionDigest of the instruction that the drill follows
/// @param targetStateDigest SHA-256 over the RFC 8785 form of the targets' state; what runs must still find it
/// @param expects what the auditor will judge after the stage, and nothing else
/// @param riskReasons why the risk is what it is, a sentence each
public record StagePrepared(DrillStage of, Preview preview, String instructionDigest, String targetStateDigest,
        List<Predicate> expects, Risk risk, List<String> riskReasons) implements Event {
    public StagePrepared {
        expects = List.copyOf(expects);
        riskReasons = List.copyOf(riskReasons);
    }
}
