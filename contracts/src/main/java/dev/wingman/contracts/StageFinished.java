package dev.wingman.contracts;

import java.time.Duration;
import java.util.UUID;

/// The gateway's own word on how a stage ended. The auditor's verdict counts, not this.
///
/// @param detail one sentence for people; never an engine's raw answer
/// @param engineTime what the Docker engine took for its calls
public record StageFinished(DrillStage of, UUID executionId, Outcome outcome, String detail, Duration engineTime)
        implements
            Event {

    /// How the engine's calls ended.
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /// It cannot be told whether the calls took effect: humans must look.
        OUTCOME_UNKNOWN
    }
}
