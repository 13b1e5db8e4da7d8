package dev.wingman.notifier.http;

import java.util.Arrays;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestQuery;

import dev.wingman.notifier.Deliveries;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Page;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// `GET /v1/deliveries`: what was sent to the tenant's chats, and what waits.
@Path("/v1/deliveries")
@RolesAllowed(Role.SRE)
public class DeliveriesResource {

    private final Caller caller;
    private final Deliveries deliveries;

    DeliveriesResource(Caller caller, Deliveries deliveries) {
        this.caller = caller;
        this.deliveries = deliveries;
    }

    @GET
    public Uni<Response> list(@RestQuery Optional<String> state, @RestQuery Optional<Integer> limit,
            @RestQuery Optional<String> cursor) {
        var wanted = state.flatMap(name -> Arrays.stream(Deliveries.State.values())
                .filter(known -> known.name().equals(name)).findFirst());
        if (state.isPresent() && wanted.isEmpty()) {
            return Uni.createFrom()
                    .item(Problem.malformed("state is WAITING, SENT, REFUSED or NO_CHANNEL.").response());
        }
        return switch (Page.request(limit, cursor)) {
            case Body.Refused(var problem) -> Uni.createFrom().item(problem.response());
            case Body.Read(var page) -> deliveries.list(caller.tenant(), wanted, page).map(found -> Response
                    .ok(Page.of(found, page, delivery -> delivery.createdAt() + "/" + delivery.deliveryId())).build());
        };
    }
}
