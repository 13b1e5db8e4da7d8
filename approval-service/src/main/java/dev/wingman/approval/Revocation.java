package dev.wingman.approval;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Electorate;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Takes a question, or a yes that nobody used yet, back.
@ApplicationScoped
public class Revocation {

    /// What became of it.
    public sealed interface Answer {}

    /// It is revoked.
    public record Revoked() implements Answer {}

    /// There is nothing to revoke any more.
    public record Over(Approval approval) implements Answer {}

    /// He may not, or gives no reason.
    public record Barred(Refusal refusal) implements Answer {}

    /// There is no such approval for this tenant.
    public record Unknown() implements Answer {}

    private final Approvals approvals;
    private final Clerk clerk;
    private final Transactions transactions;
    private final Envelopes envelopes;
    private final Redaction redaction;
    private final Registry registry;

    Revocation(Approvals approvals, Clerk clerk, Transactions transactions, Envelopes envelopes,
            Redaction redaction, Registry registry) {
        this.approvals = approvals;
        this.clerk = clerk;
        this.transactions = transactions;
        this.envelopes = envelopes;
        this.redaction = redaction;
        this.registry = registry;
    }

    public Uni<Answer> revoke(Identifier tenant, Identifier who, UUID approval, String reason) {
        var clean = redaction.clean(tenant, Optional.of(reason));
        if (!Electorate.isOperator(registry.of(tenant), who)) {
            return barred(Rule.NOT_AN_OPERATOR, "You are no operator in the tenant's registry.");
        }
        return clean.isEmpty()
                ? barred(Rule.REASON_MISSING, "A revocation needs a reason.")
                : transactions.in(transaction -> approvals.hold(transaction, tenant, approval)
                        .chain(found -> found.map(held -> revoke(transaction, who, held, clean.get()))
                                .orElseGet(() -> Uni.createFrom().item(new Unknown()))));
    }

    private Uni<Answer> revoke(Transaction transaction, Identifier who, Approvals.Held held, String reason) {
        if (held.approval() instanceof Approval.Open open) {
            var origin = Origin.ours(envelopes, open.matter().tenant());
            return clerk.settle(transaction, origin, open, open.revoke(who, reason, held.now()), held.now())
                    .replaceWith(new Revoked());
        }
        return Uni.createFrom().item(new Over(held.approval()));
    }

    private static Uni<Answer> barred(Rule rule, String detail) {
        return Uni.createFrom().item(new Barred(new Refusal(rule, detail)));
    }
}
