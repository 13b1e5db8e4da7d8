package dev.wingman.platform.identity;

import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.Authenticated;

/// `GET /v1/whoami`: what this service makes of the caller's token; 200 once it knows the tenant.
@Path("/v1/whoami")
public class WhoAmI {

    /// The caller as this service sees him.
    public record Answer(String tenantId, String subject, String worker, Set<String> roles) {}

    private final Caller caller;

    WhoAmI(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Authenticated
    public Answer whoAmI() {
        return new Answer(caller.tenant().value(), caller.subject().value(), caller.worker().value(), caller.roles());
    }
}
