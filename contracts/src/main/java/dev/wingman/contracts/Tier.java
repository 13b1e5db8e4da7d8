package dev.wingman.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A tenant's tier: the floor under its policy.
public enum Tier {
    @JsonProperty("enterprise")
    ENTERPRISE,
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("basic")
    BASIC
}
