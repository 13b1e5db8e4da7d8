package dev.wingman.platform.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.wingman.platform.events.States;

/// Registry and locks are known: read to the end, and the broker confirmed it within seconds.
@Readiness
class StateCheck implements HealthCheck {

    private final States states;

    StateCheck(States states) {
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker and state").withData("tenants", states.tenantsKnown())
                .withData("lockdowns", states.locksKnown()).status(states.tenantsKnown() && states.locksKnown())
                .build();
    }
}
