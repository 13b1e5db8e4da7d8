package dev.wingman.platform.limits;

import java.time.Duration;
import java.util.Optional;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
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

    private static final long UNSAID = -1;

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
        var kind = calls(called);
        var told = rates.stillWaits(kind, tenant, caller.worker());
        if (told.isPresent()) {
            return answer(refusal(told));
        }
        var place = inFlight.enter(tenant);
        if (place.isEmpty()) {
            return answer(Problem.unavailable("Too much is asked at once.", Duration.ofSeconds(1)).response());
        }
        leftWhenAnswered(place.get());
        return rates.take(kind, tenant, caller.worker(), bytes()).map(LimitFilter::refusal);
    }

    /// Also where the caller hangs up in the middle, or did so before anybody looked at the call: then nothing more is told of it.
    private void leftWhenAnswered(InFlight.Place place) {
        var current = request.getCurrent();
        current.addEndHandler(_ -> place.leave());
        if (current.response().closed() || current.response().ended()) {
            place.leave();
        }
    }

    private static Uni<@Nullable Response> answer(@Nullable Response response) {
        return Uni.createFrom().item(response);
    }

    private long bytes() {
        try {
            return Long.parseLong(request.getCurrent().request().getHeader(HttpHeaders.CONTENT_LENGTH));
        } catch (NumberFormatException e) {
            return UNSAID;
        }
    }

    private static Calls calls(ResourceInfo called) {
        return called.getResourceMethod().getAnnotation(Limited.class).value();
    }

    private static @Nullable Response refusal(Optional<Duration> wait) {
        return wait.map(time -> Problem.tooMany(time).response()).orElse(null);
    }
}
