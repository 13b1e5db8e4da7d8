package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A human's yes or no counts.
///
/// @param selfApproved the human answers for the worker who asked
public record VoteRecorded(UUID approvalId, Identifier operator, Choice choice, Way way, Optional<String> reason,
        String seenDigest, boolean selfApproved) implements Event {

    /// Yes or no.
    public enum Choice {
        APPROVE, DENY
    }

    /// How the vote came.
    public enum Way {
        @JsonProperty("http")
        HTTP, @JsonProperty("telegram")
        TELEGRAM
    }
}
