package dev.wingman.watcher.domain;

import java.util.Optional;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Lock;

/// What follows from an event: perhaps a lock, perhaps an alert.
public record Reaction(Optional<Lock> lock, Optional<AlertRaised> alert) {

    static Reaction nothing() {
        return new Reaction(Optional.empty(), Optional.empty());
    }
}
