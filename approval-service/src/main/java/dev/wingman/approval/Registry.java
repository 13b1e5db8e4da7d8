package dev.wingman.approval;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.approval.domain.Matter;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;

/// Registry and locks, as far as they are known. What is not known is no yes.
@ApplicationScoped
class Registry {

    private final States states;

    Registry(States states) {
        this.states = states;
    }

    boolean isKnown() {
        return states.tenantsKnown() && states.locksKnown();
    }

    boolean has(Identifier tenant) {
        return states.tenant(tenant).isPresent();
    }

    /// For a tenant that is not registered the strictest tier, without anybody who might decide.
    TenantSet of(Identifier tenant) {
        if (!states.tenantsKnown()) {
            throw new Unavailable("the registry of tenants is not known now");
        }
        return states.tenant(tenant).orElseGet(() -> new TenantSet(tenant, Tier.ENTERPRISE, TenantSet.Status.ACTIVE,
                0, List.of(), List.of(), List.of(), List.of(), TenantSet.Policy.ofTier()));
    }

    /// Free or locked, never unknown.
    Standing standing(Identifier tenant, Identifier worker) {
        var standing = states.standing(tenant, worker);
        if (standing instanceof Standing.Unknown) {
            throw new Unavailable("nobody knows now who is locked");
        }
        return standing;
    }

    /// As it bears on this matter: a lock does not keep from a recovery, nor from its own end, and neither does doubt about one.
    Standing standing(Matter matter) {
        return matter.endsWithALock() ? standing(matter.tenant(), matter.worker()) : new Standing.Free();
    }

    /// Whether a lock holds this worker for sure.
    boolean isLocked(Identifier tenant, Identifier worker) {
        return states.standing(tenant, worker) instanceof Standing.Locked;
    }

    void onLocks(Runnable step) {
        states.followLocks(_ -> step.run());
    }
}
