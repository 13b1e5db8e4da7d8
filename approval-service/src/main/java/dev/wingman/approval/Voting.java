package dev.wingman.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Ballot;
import dev.wingman.approval.domain.Electorate;
import dev.wingman.approval.domain.Matter;
import dev.wingman.approval.domain.Polling;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VoteRecorded.Way;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Judges votes, however they come, and counts those that pass. What does not count stands on the record as well.
@ApplicationScoped
public class Voting {

    /// Who votes by HTTP, as his token says.
    ///
    /// @param barred why his role may not vote at all, if it may not
    /// @param authTime when he logged in
    public record Voter(Identifier tenant, Identifier subject, Optional<Refusal> barred, Optional<Instant> authTime) {}

    /// What became of a vote.
    public sealed interface Answer {}

    /// It counts.
    public record Counted() implements Answer {}

    /// It does not; this is how the approval stands.
    public record Refused(Refusal refusal, Approval approval) implements Answer {}

    /// There is no such approval for this tenant.
    public record Unknown() implements Answer {}

    private final Approvals approvals;
    private final People people;
    private final Clerk clerk;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Registry registry;
    private final Redaction redaction;
    private final Counts counts;

    Voting(Approvals approvals, People people, Clerk clerk, Transactions transactions, Outbox outbox,
            Envelopes envelopes, Registry registry, Redaction redaction, Counts counts) {
        this.approvals = approvals;
        this.people = people;
        this.clerk = clerk;
        this.transactions = transactions;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.registry = registry;
        this.redaction = redaction;
        this.counts = counts;
    }

    public Uni<Answer> byHttp(Voter voter, UUID approval, Ballot said) {
        var ballot = clean(voter.tenant(), said);
        return transactions.in(transaction -> approvals.hold(transaction, voter.tenant(), approval)
                .chain(held -> held.map(it -> byHttp(transaction, voter, ballot, it))
                        .orElseGet(() -> Uni.createFrom().item(new Unknown()))));
    }

    private Uni<Answer> byHttp(Transaction transaction, Voter voter, Ballot ballot, Approvals.Held held) {
        var origin = Origin.ours(envelopes, voter.tenant());
        return voter.barred().map(barred -> Uni.createFrom().<Answer>item(new Refused(barred, held.approval())))
                .orElseGet(() -> judge(transaction, origin, ballot, held, () -> Uni.createFrom()
                        .item(Polling.loginRefusal(voter.authTime(), held.now()))))
                .call(answer -> answer instanceof Refused(var refusal, var approval)
                        ? tellOnce(transaction, origin, approval.matter(), voter.subject(), refusal)
                        : Uni.createFrom().voidItem());
    }

    /// Whoever pressed is known by his link alone; the tenant is the record's key, which the notifier signed.
    Uni<Void> byTelegram(Transaction transaction, Envelope<DecisionSubmitted> submitted, DecisionSubmitted.Vote wish) {
        return people.linked(transaction, submitted.tenant(), submitted.event().telegramUser())
                .chain(operator -> operator
                        .map(who -> byTelegram(transaction, submitted, wish, who))
                        .orElseGet(() -> tell(transaction, submitted, Optional.empty(), Optional.of(wish.approvalId()),
                                new Refusal(Rule.NOT_LINKED,
                                        "This Telegram account is linked to no operator: /link CODE."))));
    }

    private Uni<Void> byTelegram(Transaction transaction, Envelope<DecisionSubmitted> submitted,
            DecisionSubmitted.Vote wish, Identifier who) {
        var ballot = clean(submitted.tenant(),
                new Ballot(who, wish.choice(), Way.TELEGRAM, wish.reason(), wish.seenDigest()));
        return approvals.hold(transaction, submitted.tenant(), wish.approvalId()).chain(found -> found
                .map(held -> judge(transaction, Origin.event(envelopes, submitted), ballot, held,
                        () -> codeRefusal(transaction, submitted, who, wish.codeProof(), held.now())))
                .orElseGet(() -> Uni.createFrom().item(new Unknown())))
                .chain(answer -> switch (answer) {
                    case Counted counted -> Uni.createFrom().voidItem();
                    case Refused refused -> tell(transaction, submitted, Optional.of(who),
                            Optional.of(wish.approvalId()), refused.refusal());
                    case Unknown unknown -> tell(transaction, submitted, Optional.of(who),
                            Optional.of(wish.approvalId()),
                            new Refusal(Rule.NO_SUCH_APPROVAL, "There is no such approval here."));
                });
    }

    /// The proof is asked for last: a code is used up only by a vote that counts.
    private Uni<Answer> judge(Transaction transaction, Origin origin, Ballot ballot, Approvals.Held held,
            Supplier<Uni<Optional<Refusal>>> proof) {
        var electorate = new Electorate(held.approval().matter(), registry.of(held.approval().matter().tenant()));
        var refusal = Polling.refusal(held.approval(), ballot, electorate, held.now())
                .or(() -> lockRefusal(held.approval().matter()));
        if (refusal.isPresent() || !(held.approval() instanceof Approval.Pending pending)) {
            return Uni.createFrom().item(new Refused(refusal.orElseThrow(), held.approval()));
        }
        var proven = Polling.needsProof(pending, ballot)
                ? proof.get()
                : Uni.createFrom().item(Optional.<Refusal>empty());
        return proven.chain(refused -> refused.isPresent()
                ? Uni.createFrom().item(new Refused(refused.get(), pending))
                : clerk.count(transaction, origin, pending,
                        Polling.count(pending, ballot, electorate, held.now())).replaceWith(new Counted()));
    }

    private Uni<Optional<Refusal>> codeRefusal(Transaction transaction, Envelope<DecisionSubmitted> submitted,
            Identifier who, Optional<String> proof, Instant now) {
        if (proof.isEmpty()) {
            return Uni.createFrom().item(Optional.of(new Refusal(Rule.CODE_MISSING,
                    "A critical yes needs your one-time code: /approve ID CODE.")));
        }
        return people.factor(transaction, submitted.tenant(), who).chain(factor -> {
            if (factor.isEmpty()) {
                return Uni.createFrom().item(Optional.of(new Refusal(Rule.CODE_NOT_ENROLLED,
                        "You have no second factor yet: decide by HTTP, or enrol one there.")));
            }
            var checked = factor.get().check(submitted.id(), proof.get(), now);
            return people.keep(transaction, submitted.tenant(), who, checked.after()).replaceWith(checked.refusal());
        });
    }

    private Optional<Refusal> lockRefusal(Matter matter) {
        return registry.standing(matter) instanceof Standing.Locked
                ? Optional.of(new Refusal(Rule.WORKER_LOCKED, "The worker is locked: release it first."))
                : Optional.empty();
    }

    private Uni<Void> tellOnce(Transaction transaction, Origin origin, Matter matter, Identifier subject,
            Refusal refusal) {
        var rule = refusal.rule().wireName();
        transaction.afterCommit(() -> counts.refused(rule));
        var told = new VoteRefused(Optional.of(matter.id()), Optional.of(subject), Way.HTTP, Optional.empty(), rule,
                refusal.detail());
        return approvals.tellOnce(transaction, matter, subject, rule).chain(first -> first
                ? outbox.add(transaction, List.of(origin.event(matter.id(), told)))
                : Uni.createFrom().voidItem());
    }

    /// The notifier tells it to whoever pressed.
    Uni<Void> tell(Transaction transaction, Envelope<DecisionSubmitted> submitted, Optional<Identifier> who,
            Optional<UUID> approval, Refusal refusal) {
        var rule = refusal.rule().wireName();
        transaction.afterCommit(() -> counts.refused(rule));
        var told = new VoteRefused(approval, who, Way.TELEGRAM, Optional.of(submitted.id()), rule, refusal.detail());
        return outbox.add(transaction, List.of(Origin.event(envelopes, submitted)
                .event(approval.orElse(submitted.id()), told)));
    }

    private Ballot clean(Identifier tenant, Ballot said) {
        return new Ballot(said.operator(), said.choice(), said.way(), redaction.clean(tenant, said.reason()),
                said.seenDigest());
    }
}
