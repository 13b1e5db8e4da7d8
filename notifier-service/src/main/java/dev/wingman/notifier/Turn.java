package dev.wingman.notifier;

import java.time.Duration;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/// Sees to it that of all replicas one at a time does something.
public interface Turn {

    /// Does it again and again while it is our turn, each time after the pause that the last one ended with.
    void whenever(Supplier<Uni<Duration>> round);
}
