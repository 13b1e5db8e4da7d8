package dev.wingman.platform.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Identifier;

/// The calls that this replica works on now. One tenant gets a part of the places: it cannot take them all.
@ApplicationScoped
class InFlight {

    private final LimitSettings limits;
    private final AtomicInteger all = new AtomicInteger();
    private final Map<Identifier, Integer> ofTenant = new ConcurrentHashMap<>();

    InFlight(LimitSettings limits) {
        this.limits = limits;
    }

    /// Takes a place, which must be given back by [#leave]; false where there is none.
    boolean enter(Identifier tenant) {
        if (all.incrementAndGet() > limits.inFlight()) {
            all.decrementAndGet();
            return false;
        }
        if (ofTenant.merge(tenant, 1, Integer::sum) > limits.inFlightOfTenant()) {
            leave(tenant);
            return false;
        }
        return true;
    }

    void leave(Identifier tenant) {
        all.decrementAndGet();
        ofTenant.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
    }
}
