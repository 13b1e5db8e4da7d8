package dev.wingman.platform.events;

import dev.wingman.contracts.Lock;

/// Whether a worker may act. Only [Free] is a yes.
public sealed interface Standing {

    /// No lock holds it.
    record Free() implements Standing {}

    /// A lock holds it.
    record Locked(Lock lock) implements Standing {}

    /// Nobody can tell: deny.
    record Unknown() implements Standing {}
}
