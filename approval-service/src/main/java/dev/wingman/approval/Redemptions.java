package dev.wingman.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.Redemption;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Turns a yes into a grant, once: one row moves from GRANTED to USED, by the database's clock.
@ApplicationScoped
public class Redemptions {

    /// What became of a worker's `use`.
    public sealed interface Answer {}

    /// The grant; the same one for the same key.
    public record Given(String grant) implements Answer {}

    /// No grant; this is how the approval stands.
    public record Refused(Redemption.Refused why, Approval approval) implements Answer {}

    /// A lock holds the worker.
    public record Locked(Lock lock) implements Answer {}

    /// There is no such approval for this worker.
    public record Unknown() implements Answer {}

    private final Approvals approvals;
    private final Clerk clerk;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Registry registry;
    private final Counts counts;
    private final String environment;

    Redemptions(Approvals approvals, Clerk clerk, Transactions transactions, Outbox outbox, Envelopes envelopes,
            Registry registry, Counts counts, PlatformSettings platform) {
        this.approvals = approvals;
        this.clerk = clerk;
        this.transactions = transactions;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.registry = registry;
        this.counts = counts;
        this.environment = platform.environment();
    }

    /// A gateway asks for a stage. The same execution again gets nothing new: its event is there.
    Uni<Void> ofStage(Transaction transaction, Envelope<GrantAsked> asked) {
        var wish = asked.event();
        return approvals.hold(transaction, asked.tenant(), wish.approvalId())
                .chain(found -> found.map(held -> ofStage(transaction, asked, held)).orElseGet(() -> refuse(transaction,
                        asked, new Redemption.Refused("grant/no-such-approval", "There is no such approval here."))));
    }

    private Uni<Void> ofStage(Transaction transaction, Envelope<GrantAsked> asked, Approvals.Held held) {
        var wish = asked.event();
        var audience = Grant.forGateway(environment, wish.of().site());
        var result = lockOf(held.approval().matter()).<Redemption.Result>map(
                lock -> new Redemption.Refused("grant/worker-locked", "The worker is locked."))
                .orElseGet(() -> Redemption.ofStage(held.approval(), wish.of(), wish.targetStateDigest(),
                        wish.executionId(), audience, held.now()));
        return switch (result) {
            case Redemption.Redeemed redeemed when held.approval() instanceof Approval.Open before ->
                clerk.redeem(transaction, Origin.event(envelopes, asked), before, redeemed.used()).replaceWithVoid();
            case Redemption.Redeemed impossible -> throw new IllegalStateException("only what is open is redeemed");
            case Redemption.Repeated repeated -> Uni.createFrom().voidItem();
            case Redemption.Refused refused -> refuse(transaction, asked, refused);
        };
    }

    /// The worker asks for its command. The execution follows from the key, so a repeat is the same execution.
    public Uni<Answer> ofCommand(Identifier tenant, Identifier worker, UUID approval, String key) {
        return transactions.in(transaction -> approvals.hold(transaction, tenant, approval)
                .chain(found -> found.filter(held -> held.approval().matter().worker().equals(worker))
                        .map(held -> ofCommand(transaction, held, Ids.derived(approval, "use/" + key)))
                        .orElseGet(() -> Uni.createFrom().item(new Unknown()))));
    }

    private Uni<Answer> ofCommand(Transaction transaction, Approvals.Held held, UUID execution) {
        var matter = held.approval().matter();
        var lock = lockOf(matter);
        if (lock.isPresent()) {
            var why = new Redemption.Refused("grant/worker-locked", "The worker is locked.");
            return record(transaction, matter, execution, why).replaceWith(new Locked(lock.get()));
        }
        var audience = Grant.forWorker(matter.worker());
        return switch (Redemption.ofCommand(held.approval(), execution, audience, held.now())) {
            case Redemption.Redeemed redeemed when held.approval() instanceof Approval.Open before ->
                clerk.redeem(transaction, Origin.ours(envelopes, matter.tenant()), before, redeemed.used())
                        .map(Given::new);
            case Redemption.Redeemed impossible -> throw new IllegalStateException("only what is open is redeemed");
            case Redemption.Repeated repeated ->
                approvals.grant(transaction, matter.tenant(), matter.id()).map(Given::new);
            case Redemption.Refused refused when held.approval() instanceof Approval.Pending pending ->
                // Too early is no attempt at anything.
                Uni.createFrom().item(new Refused(refused, pending));
            case Redemption.Refused refused -> record(transaction, matter, execution, refused)
                    .replaceWith(new Refused(refused, held.approval()));
        };
    }

    /// Once for an approval and a rule, however often the worker tries.
    private Uni<Void> record(Transaction transaction, Matter matter, UUID execution, Redemption.Refused why) {
        transaction.afterCommit(() -> counts.refused(why.rule()));
        var told = new GrantRefused(matter.id(), execution, Optional.empty(), why.rule(), why.detail());
        return approvals.tellOnce(transaction, matter, matter.worker(), why.rule()).chain(first -> first
                ? outbox.add(transaction, List.of(Origin.ours(envelopes, matter.tenant()).event(matter.id(), told)))
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> refuse(Transaction transaction, Envelope<GrantAsked> asked, Redemption.Refused refused) {
        transaction.afterCommit(() -> counts.refused(refused.rule()));
        var wish = asked.event();
        return outbox.add(transaction, List.of(envelopes.caused(asked, wish.approvalId().toString(), new GrantRefused(
                wish.approvalId(), wish.executionId(), Optional.of(wish.of()), refused.rule(), refused.detail()))));
    }

    private Optional<Lock> lockOf(Matter matter) {
        return registry.standing(matter) instanceof Standing.Locked(var lock) ? Optional.of(lock) : Optional.empty();
    }
}
