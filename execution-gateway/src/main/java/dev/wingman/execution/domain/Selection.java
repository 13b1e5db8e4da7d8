package dev.wingman.execution.domain;

import java.util.List;

import dev.wingman.contracts.StageRefused.Reason;

/// Whom a drill may act on, or why on nobody.
public sealed interface Selection {

    /// All running, all the tenant's own, in the order in which they start.
    record Chosen(List<Container> targets) implements Selection {
        public Chosen {
            targets = List.copyOf(targets);
        }
    }

    /// The drill does not begin.
    record Refused(Reason reason, String detail) implements Selection {}
}
