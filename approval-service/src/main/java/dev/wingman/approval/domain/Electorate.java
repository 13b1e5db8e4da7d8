package dev.wingman.approval.domain;

import java.util.List;
import java.util.Optional;

import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;

/// Who may vote on a matter, by the registry as it is now. Nobody decides what he would do himself; where two are asked,
/// neither does who answers for it or asked for it. For a suspended tenant nothing is decided but to bring targets back.
public record Electorate(Matter matter, TenantSet registry) {

    /// All who may, for the card.
    public static List<Identifier> deciders(TenantSet registry, int quorum, Identifier worker,
            Optional<Identifier> requester) {
        var owner = registry.ownerOf(worker);
        return registry.operators().stream().map(TenantSet.Operator::subject)
                .filter(who -> !who.equals(worker))
                .filter(who -> quorum < 2 || !owner.equals(Optional.of(who)) && !requester.equals(Optional.of(who)))
                .distinct().sorted().toList();
    }

    public boolean includes(Identifier who) {
        return excludes(who).isEmpty();
    }

    /// Why this human may not vote here, if he may not.
    public Optional<Refusal> excludes(Identifier who) {
        if (!isOperator(registry, who)) {
            return refused(Rule.NOT_AN_OPERATOR, "You are no operator in the tenant's registry.");
        }
        if (registry.status() == TenantSet.Status.SUSPENDED && matter.asked() != Asked.RECOVER) {
            return refused(Rule.TENANT_SUSPENDED, "The tenant is suspended. Only a recovery is decided.");
        }
        if (matter.worker().equals(who)) {
            return refused(Rule.OWN_CAUSE, "It is your own: somebody else must decide.");
        }
        if (matter.card().quorum() >= 2 && answersFor(who)) {
            return refused(Rule.OWNER, "Two others must decide: you answer for this worker.");
        }
        if (matter.card().quorum() >= 2 && asked(who)) {
            return refused(Rule.REQUESTER, "Two others must decide: you asked for it.");
        }
        return Optional.empty();
    }

    public boolean ownCause(Identifier who) {
        return answersFor(who) || asked(who);
    }

    public static boolean isOperator(TenantSet registry, Identifier who) {
        return registry.operators().stream().anyMatch(operator -> operator.subject().equals(who));
    }

    /// Who answered for the worker when it was asked stays out as well as who does now.
    private boolean answersFor(Identifier who) {
        return matter.owner().equals(Optional.of(who)) || registry.ownerOf(matter.worker()).equals(Optional.of(who));
    }

    private boolean asked(Identifier who) {
        return matter.card().requester().equals(Optional.of(who));
    }

    private static Optional<Refusal> refused(Rule rule, String detail) {
        return Optional.of(new Refusal(rule, detail));
    }
}
