package dev.wingman.platform.limits;

import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;

/// Lets a [Limited] call pass, or tells it when to come again: after who calls is known, before anything is read or judged.
class LimitFilter {

    private static final int AFTER_THE_CALLER_IS_KNOWN = Priorities.USER + 100;

    private final Caller caller;
    private final Rates rates;
    private final InFlight inFlight;
    private final CurrentVertxRequest request;

    LimitFilter(Caller caller, Rates rates, InFlight inFlight, CurrentVertxRequest request) {
        this.caller = caller;
        this.rates = rates;
        this.inFlight = inFlight;
        this.request = request;
    }

    @Limited
    @ServerRequestFilter(priority = AFTER_THE_CALLER_IS_KNOWN)
    Uni<@Nullable Response> check(ResourceInfo called) {
        var tenant = caller.tenant();
        if (!inFlight.enter(tenant)) {
            return Uni.createFrom().item(Problem.unavailable("Too much is asked at once.", Duration.ofSeconds(1))
                    .response());
        }
        // also where the caller hangs up in the middle
        request.getCurrent().addEndHandler(_ -> inFlight.leave(tenant));
        return rates.take(calls(called), tenant, caller.worker()).map(LimitFilter::refusal);
    }

    private static Calls calls(ResourceInfo called) {
        return called.getResourceMethod().getAnnotation(Limited.class).value();
    }

    private static @Nullable Response refusal(Optional<Duration> wait) {
        return wait.map(time -> Problem.tooMany(time).response()).orElse(null);
    }
}
