package dev.wingman.approval;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Cards;
import dev.wingman.approval.domain.Electorate;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Opens the release of a locked worker. Two who ask at once ask for the same.
@ApplicationScoped
public class Releases {

    /// What became of it.
    public sealed interface Answer {}

    /// It is asked; humans decide.
    public record Opened(UUID approvalId) implements Answer {}

    /// It is not.
    public record Refused(Refusal refusal) implements Answer {}

    private final Approvals approvals;
    private final People people;
    private final Voting voting;
    private final Clerk clerk;
    private final Transactions transactions;
    private final Envelopes envelopes;
    private final Registry registry;
    private final Redaction redaction;
    private final String environment;

    Releases(Approvals approvals, People people, Voting voting, Clerk clerk, Transactions transactions,
            Envelopes envelopes, Registry registry, Redaction redaction, PlatformSettings platform) {
        this.approvals = approvals;
        this.people = people;
        this.voting = voting;
        this.clerk = clerk;
        this.transactions = transactions;
        this.envelopes = envelopes;
        this.registry = registry;
        this.redaction = redaction;
        this.environment = platform.environment();
    }

    public Uni<Answer> byHttp(Identifier tenant, Identifier who, Identifier worker, String reason) {
        return transactions
                .in(transaction -> ask(transaction, Origin.ours(envelopes, tenant), who, worker, reason));
    }

    Uni<Void> byTelegram(Transaction transaction, Envelope<DecisionSubmitted> submitted,
            DecisionSubmitted.Release wish) {
        return people.linked(transaction, submitted.tenant(), submitted.event().telegramUser())
                .chain(operator -> operator
                        .map(who -> ask(transaction, Origin.event(envelopes, submitted), who, wish.worker(),
                                wish.reason())
                                .chain(answer -> answer instanceof Refused(var refusal)
                                        ? voting.tell(transaction, submitted, operator, Optional.empty(), refusal)
                                        : Uni.createFrom().voidItem()))
                        .orElseGet(() -> voting.tell(transaction, submitted, operator, Optional.empty(), new Refusal(
                                Rule.NOT_LINKED, "This Telegram account is linked to no operator: /link CODE."))));
    }

    private Uni<Answer> ask(Transaction transaction, Origin origin, Identifier who, Identifier worker, String reason) {
        var entry = registry.of(origin.tenant());
        var clean = redaction.clean(origin.tenant(), reason);
        if (!Electorate.isOperator(entry, who)) {
            return refused(Rule.NOT_AN_OPERATOR, "You are no operator in the tenant's registry.");
        }
        if (clean.isBlank()) {
            return refused(Rule.RELEASE_REASON_MISSING, "A release needs a reason.");
        }
        if (registry.standing(origin.tenant(), worker) instanceof Standing.Locked(var lock)) {
            return open(transaction, origin, lock, who, worker, clean);
        }
        return entry.ownerOf(worker).isPresent()
                ? refused(Rule.RELEASE_NOT_LOCKED, "This worker is not locked.")
                : refused(Rule.RELEASE_UNKNOWN_WORKER, "There is no such worker here.");
    }

    private Uni<Answer> open(Transaction transaction, Origin origin, Lock lock, Identifier who, Identifier worker,
            String reason) {
        return approvals.now(transaction)
                .chain(now -> approvals.releases(transaction, origin.tenant(), lock.incident(), worker)
                        .chain(before -> {
                            var asked = before.stream()
                                    .filter(one -> one instanceof Approval.Open open && !open.isOver(now)).findFirst();
                            if (asked.isPresent()) {
                                return Uni.createFrom().<Answer>item(new Opened(asked.get().matter().id()));
                            }
                            var matter = new Cards(registry.of(origin.tenant()), environment, now)
                                    .ofRelease(lock.incident(), before.size() + 1, worker, who, reason);
                            return clerk.open(transaction, origin, matter, opened -> opened)
                                    .replaceWith(new Opened(matter.id()));
                        }));
    }

    private static Uni<Answer> refused(Rule rule, String detail) {
        return Uni.createFrom().item(new Refused(new Refusal(rule, detail)));
    }
}
