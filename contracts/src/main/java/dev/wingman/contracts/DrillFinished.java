package dev.wingman.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A drill's report.
///
/// @param recoveryTime from the moment when the targets were stopped until the auditor saw them run again
public record DrillFinished(UUID drillId, UUID instructionId, Identifier worker, Identifier site, End end,
        List<Line> stages, Optional<Duration> recoveryTime) implements Event {
    public DrillFinished {
        stages = List.copyOf(stages);
    }

    /// How a drill ends.
    public enum End {
        /// All four stages, each TRUE.
        COMPLETED,
        /// Before anything was touched.
        REFUSED,
        /// It was broken off, and the targets run again.
        RECOVERED
    }

    /// One stage of the report.
    ///
    /// @param approvers the humans who said yes; empty where the policy did
    public record Line(Stage stage, UUID stageId, Optional<UUID> approvalId, List<Identifier> approvers,
            Optional<Instant> preparedAt, Optional<Instant> decidedAt, Optional<Instant> startedAt,
            Optional<Instant> finishedAt, Optional<StageFinished.Outcome> outcome, Optional<Verdict> verdict) {
        public Line {
            approvers = List.copyOf(approvers);
        }
    }
}
