package dev.wingman.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an approval is asked for.
public enum Asked {
    /// A stage of a drill.
    @JsonProperty("stage")
    STAGE,
    /// A command that the worker runs itself.
    @JsonProperty("command")
    COMMAND,
    /// An instruction as such, where the policy wants a human.
    @JsonProperty("instruction")
    INSTRUCTION,
    /// The end of a lock.
    @JsonProperty("release")
    RELEASE,
    /// To bring back what a drill stopped or removed.
    @JsonProperty("recover")
    RECOVER
}
