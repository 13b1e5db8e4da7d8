package dev.wingman.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A step of a drill. Each has an approval of its own.
public enum Stage {
    /// Stops the targets.
    A,
    /// Removes them.
    B,
    /// Rebuilds them from their recorded definition and starts them.
    C,
    /// Looks whether they serve again; changes nothing.
    D,
    /// Brings the targets back after a drill that did not end well: starts them, or rebuilds them first.
    @JsonProperty("recover")
    RECOVER
}
