package dev.wingman.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Decision;
import dev.wingman.approval.domain.Grants;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.Polling.Counted;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.VoteRecorded;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;

/// Writes down each move of an approval and says it, in one transaction.
@ApplicationScoped
class Clerk {

    private final Approvals approvals;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final ApprovalSettings settings;
    private final Counts counts;
    private final String environment;

    Clerk(Approvals approvals, Outbox outbox, Envelopes envelopes, ApprovalSettings settings, Counts counts,
            PlatformSettings platform) {
        this.approvals = approvals;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.settings = settings;
        this.counts = counts;
        this.environment = platform.environment();
    }

    /// Opens it; what `next` makes of it follows at once. What was opened before stays as it is.
    Uni<Void> open(Transaction transaction, Origin origin, Matter matter, Function<Approval.Pending, Approval> next) {
        var opened = Approval.Pending.opened(matter);
        var due = matter.asked() == Asked.RECOVER
                ? Optional.of(matter.openedAt().plus(settings.escalatesEvery()))
                : opened.until();
        return approvals.open(transaction, opened, due).chain(fresh -> fresh
                ? say(transaction, origin, matter, new ApprovalRequested(matter.card(), matter.cardDigest()))
                        .invoke(() -> transaction.afterCommit(() -> counts.opened(matter.asked())))
                        .chain(() -> settle(transaction, origin, opened, next.apply(opened), matter.openedAt()))
                : Uni.createFrom().voidItem());
    }

    Uni<Void> count(Transaction transaction, Origin origin, Approval.Pending before, Counted counted) {
        var matter = before.matter();
        var vote = counted.vote();
        transaction.afterCommit(() -> counts.voted(vote.choice()));
        return approvals.vote(transaction, before, vote)
                .chain(() -> say(transaction, origin, matter, new VoteRecorded(matter.id(), vote.operator(),
                        vote.choice(), vote.way(), vote.reason(), vote.seenDigest(), vote.selfApproved())))
                .chain(() -> settle(transaction, origin, before, counted.after(), vote.at()));
    }

    /// Moves it and says so. A granted release needs nobody to ask for it: it is used at once.
    Uni<Void> settle(Transaction transaction, Origin origin, Approval.Open before, Approval after, Instant now) {
        return switch (after) {
            case Approval.Pending same -> Uni.createFrom().voidItem();
            case Approval.Closed closed ->
                approvals.move(transaction, before, closed, Optional.empty())
                        .chain(() -> sayDecided(transaction, origin, closed.matter(), closed.decision()));
            case Approval.Granted granted ->
                approvals.move(transaction, before, granted, Optional.empty())
                        .chain(() -> sayDecided(transaction, origin, granted.matter(), granted.decision()))
                        .chain(() -> release(transaction, origin, granted, now));
            case Approval.Used used -> redeem(transaction, origin, before, used).replaceWithVoid();
        };
    }

    /// Signs the grant; it exists from here on.
    Uni<String> redeem(Transaction transaction, Origin origin, Approval.Open before, Approval.Used used) {
        var grant = envelopes.signingKey().sign(Grants.of(used, environment));
        var matter = used.matter();
        transaction.afterCommit(() -> counts.used(matter.asked()));
        return approvals.move(transaction, before, used, Optional.of(grant))
                .chain(() -> say(transaction, origin, matter, new ApprovalUsed(matter.id(), matter.asked(),
                        matter.worker(), matter.card().stage(), used.execution(), used.audience(), grant)))
                .replaceWith(grant);
    }

    private Uni<Void> release(Transaction transaction, Origin origin, Approval.Granted granted, Instant now) {
        return granted.matter().asked() != Asked.RELEASE
                ? Uni.createFrom().voidItem()
                : redeem(transaction, origin, granted, granted.use(executionOfRelease(granted.matter().id()),
                        Grant.forWatcher(environment), now)).replaceWithVoid();
    }

    private Uni<Void> sayDecided(Transaction transaction, Origin origin, Matter matter, Decision decision) {
        transaction.afterCommit(() -> counts.decided(decision.kind()));
        var card = matter.card();
        return say(transaction, origin, matter, new ApprovalDecided(matter.id(), matter.asked(), matter.worker(),
                card.instructionId(), card.stage(), decision.kind(), decision.by(), decision.deciders(),
                decision.reason()));
    }

    private Uni<Void> say(Transaction transaction, Origin origin, Matter matter, Event event) {
        return outbox.add(transaction, List.of(origin.event(matter.id(), event)));
    }

    private static UUID executionOfRelease(UUID approval) {
        return Ids.derived(approval, "release");
    }
}
