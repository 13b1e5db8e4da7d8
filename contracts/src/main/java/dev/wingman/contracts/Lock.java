package dev.wingman.contracts;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A lock on a worker, or on all workers of an owner.
///
/// @param incident the id that alert, lock and the 423 answer share
public record Lock(UUID incident, Scope scope, Identifier name, String reason, Instant since) {

    /// Whom a lock holds.
    public enum Scope {
        @JsonProperty("worker")
        WORKER, @JsonProperty("owner")
        OWNER
    }
}
