package dev.wingman.platform.limits;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /// A place, or nothing where there is none.
    Optional<Place> enter(Identifier tenant) {
        if (all.incrementAndGet() > limits.inFlight()) {
            all.decrementAndGet();
            return Optional.empty();
        }
        var place = new Place(tenant);
        if (ofTenant.merge(tenant, 1, Integer::sum) > limits.inFlightOfTenant()) {
            place.leave();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /// One call's; whoever leaves it twice gives it back once.
    final class Place {

        private final Identifier tenant;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Identifier tenant) {
            this.tenant = tenant;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                all.decrementAndGet();
                ofTenant.computeIfPresent(tenant, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
