package dev.wingman.contracts;

/// Everything that may travel on a topic. The codec maps `ce_type` to the record; wire names are written there, never derived from class names.
public sealed interface Event permits InstructionAccepted, InstructionRejected, ClaimRecorded, VerdictReached,
        LocksChanged, TenantSet, AlertRaised, DeadLetter, StagePrepared, GrantAsked, StageStarted, StageFinished,
        StageRefused, DrillFinished, ApprovalRequested, VoteRecorded, VoteRefused, ApprovalDecided, ApprovalUsed,
        GrantRefused, GrantDiscarded, ApprovalEscalated, OperatorLinked, DecisionSubmitted, ContainerObserved {

    /// Whether readers demand the writer's signature: all but claims, verdicts on claims, observations and instructions that act on nothing.
    default boolean signed() {
        return true;
    }
}
