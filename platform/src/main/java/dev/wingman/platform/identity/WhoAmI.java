package dev.wingman.platform.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;

import dev.wingman.contracts.TenantSet;
import dev.wingman.platform.events.States;

/// `GET /v1/whoami`: what this service makes of the caller's token; 200 once it knows the tenant.
@Path("/v1/whoami")
public class WhoAmI {

    /// The caller as this service sees him.
    ///
    /// @param registryVersion of the tenant's entry that this service goes by: whoever changed it can wait until all know
    public record Answer(String tenantId, String subject, String worker, Set<String> roles,
            Optional<Long> registryVersion) {}

    private final Caller caller;
    private final States states;

    WhoAmI(Caller caller, States states) {
        this.caller = caller;
        this.states = states;
    }

    @GET
    @Authenticated
    public Answer whoAmI() {
        return new Answer(caller.tenant().value(), caller.subject().value(), caller.worker().value(), caller.roles(),
                states.tenant(caller.tenant()).map(TenantSet::version));
    }
}
