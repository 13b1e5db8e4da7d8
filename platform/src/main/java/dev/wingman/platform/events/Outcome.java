package dev.wingman.platform.events;

import java.time.Duration;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

/// How a piece of work ended.
public sealed interface Outcome {

    /// Done; `effect` is committed together with the row's end, or neither is.
    record Done(Function<Transaction, Uni<Void>> effect) implements Outcome {}

    /// Not now: ask again after that time. The rows behind it in its lane wait.
    record Again(Duration after, String why) implements Outcome {}
}
