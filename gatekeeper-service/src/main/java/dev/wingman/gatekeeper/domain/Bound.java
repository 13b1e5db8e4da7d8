package dev.wingman.gatekeeper.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenPoints;
import dev.wingman.contracts.TenantSet;

/// All that an admission binds: whoever changes any of it has another instruction.
///
/// @param instructionId absent when only sameness is asked
public record Bound(Optional<UUID> instructionId, Identifier tenant, String environment, Optional<String> site,
        Identifier worker, TenPoints points, Action action, List<Predicate> predicates, String policyVersion) {

    /// Rises when a rule of the gate changes its meaning.
    private static final String RULES = "1";
    private static final int SHOWN = 12;

    public static Bound of(UUID instructionId, Identifier worker, TenantSet tenant, String environment,
            Judgement judgement) {
        return new Bound(Optional.of(instructionId), tenant.tenantId(), environment, judgement.site(), worker,
                judgement.points(), judgement.action(), judgement.predicates(), policyVersion(tenant));
    }

    /// `sha256:<hex>` of the RFC 8785 form.
    public String digest() {
        return Digests.ofCanonical(this);
    }

    /// The same without the id: equal for equal requests.
    public String sameness() {
        return new Bound(Optional.empty(), tenant, environment, site, worker, points, action, predicates,
                policyVersion).digest();
    }

    /// Follows from tier and policy alone, so that a new worker in the registry changes no digest.
    private static String policyVersion(TenantSet tenant) {
        var digest = Digests.ofCanonical(List.of(tenant.tier(), tenant.policy()));
        var hex = digest.substring(digest.indexOf(':') + 1);
        return RULES + "." + hex.substring(0, SHOWN);
    }
}
