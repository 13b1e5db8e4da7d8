package dev.wingman.watcher.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.Verdict;

/// What one event tells of a stage. What comes in another order, or twice, tells the same.
public sealed interface StageNews {

    /// Humans can be asked.
    record Prepared(Instant at) implements StageNews {}

    /// They are asked.
    record Asked(UUID approval) implements StageNews {}

    /// They decided, or nobody did.
    record Decided(UUID approval, ApprovalDecided.Decision decision, List<Identifier> approvers, Instant at)
            implements
                StageNews {}

    /// The gateway acts.
    record Started(UUID approval, Instant at) implements StageNews {}

    /// The gateway's own word on how it ended.
    record Finished(StageFinished.Outcome outcome, Instant at) implements StageNews {}

    /// It does not run.
    record Refused(StageRefused.Reason reason, String detail) implements StageNews {}

    /// What the auditor found.
    record Judged(Verdict verdict, String cause) implements StageNews {}

    /// News of a stage that is known by more than its id.
    record OfStage(DrillStage stage, Optional<StageNews> news) {}
}
