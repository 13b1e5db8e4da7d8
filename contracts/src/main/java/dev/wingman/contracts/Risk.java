package dev.wingman.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an instruction could harm; in rising order.
public enum Risk {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("critical")
    CRITICAL
}
