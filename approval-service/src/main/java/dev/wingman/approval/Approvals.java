package dev.wingman.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.DrillInstruction;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.Vote;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Verdict;
import dev.wingman.platform.events.Transaction;

/// What is remembered of approvals. One clock judges all: the database's.
public interface Approvals {

    /// An approval that nobody else moves until the transaction ends, and the database's time.
    record Held(Approval approval, Instant now) {}

    /// Somebody who has something open that a lock would end.
    record Asker(Identifier tenant, Identifier worker) {}

    Uni<Instant> now(Transaction transaction);

    /// False if it was opened before: then nothing is changed.
    ///
    /// @param due when the clock has to look at it, if ever
    Uni<Boolean> open(Transaction transaction, Approval.Pending approval, Optional<Instant> due);

    Uni<Optional<Held>> hold(Transaction transaction, Identifier tenant, UUID approval);

    Uni<Void> vote(Transaction transaction, Approval approval, Vote vote);

    /// Moves the row by compare-and-set; fails if it does not stand at `from` any more, or if its time is over meanwhile.
    ///
    /// @param grant what was signed, for a use
    Uni<Void> move(Transaction transaction, Approval.Open from, Approval to, Optional<String> grant);

    /// The grant of a used approval.
    Uni<String> grant(Transaction transaction, Identifier tenant, UUID approval);

    /// Whether this replica is the one that looks at the clock now; until the transaction ends, no other is.
    Uni<Boolean> clockIsOurs(Transaction transaction);

    /// Held, those whose time to be looked at has come.
    Uni<List<Held>> due(Transaction transaction, int atMost);

    /// Counts an escalation, and says when to look again.
    Uni<Integer> escalate(Transaction transaction, Matter matter, Duration again);

    Uni<List<Asker>> askers(Transaction transaction);

    /// Held, what this worker has open and a lock would end.
    Uni<List<Held>> openOf(Transaction transaction, Asker asker);

    /// True the first time.
    Uni<Boolean> tellOnce(Transaction transaction, Matter matter, Identifier subject, String rule);

    Uni<Void> remember(Transaction transaction, Identifier tenant, DrillInstruction instruction);

    Uni<Optional<DrillInstruction>> drill(Identifier tenant, UUID instruction);

    /// The releases of this worker from this lock that were asked for, the newest last.
    Uni<List<Approval>> releases(Transaction transaction, Identifier tenant, UUID incident, Identifier worker);

    Uni<Void> verdict(Transaction transaction, Identifier tenant, UUID approval, Verdict verdict, String cause);
}
