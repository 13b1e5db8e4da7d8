package dev.wingman.watcher;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.platform.events.Transaction;

/// What the watcher remembers of approvals: when releases were asked for, which grants were used, and how often strangers pressed.
public interface ApprovalBook {

    Uni<Void> releaseAsked(Transaction transaction, Identifier tenant, UUID approval, Instant at);

    Uni<Optional<Instant>> releaseAskedAt(Transaction transaction, Identifier tenant, UUID approval);

    /// Whether neither this grant's approval nor its execution was used before; from now on both are.
    Uni<Boolean> useOnce(Transaction transaction, Grant grant);

    /// How many votes of strangers were refused since then, this one included.
    Uni<Integer> strangerRefused(Transaction transaction, Identifier tenant, UUID event, Instant at, Instant since);
}
