package dev.wingman.contracts;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The auditor judged something against reality.
///
/// @param subjectId the id of the claim, the stage or the release
/// @param cause the one sentence that explains the verdict to people
public record VerdictReached(Kind kind, UUID subjectId, Identifier worker, Verdict verdict, String cause,
        List<Finding> findings, boolean whileLocked) implements Event {

    /// What was judged. Only a claim's verdict locks a worker.
    public enum Kind {
        @JsonProperty("claim")
        CLAIM, @JsonProperty("stage")
        STAGE, @JsonProperty("release")
        RELEASE
    }

    @Override
    public boolean signed() {
        return kind != Kind.CLAIM;
    }
}
