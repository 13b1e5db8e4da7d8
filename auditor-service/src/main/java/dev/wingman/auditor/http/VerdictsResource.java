package dev.wingman.auditor.http;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.Reached;
import dev.wingman.auditor.Verdicts;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// `GET /v1/verdicts/{claim_id}`.
@Path("/v1/verdicts")
@Produces(MediaType.APPLICATION_JSON)
public class VerdictsResource {

    private final Verdicts verdicts;
    private final Caller caller;

    VerdictsResource(Verdicts verdicts, Caller caller) {
        this.verdicts = verdicts;
        this.caller = caller;
    }

    @GET
    @Path("/{claim_id}")
    @RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
    public Uni<Response> verdict(@PathParam("claim_id") String claim) {
        var tenant = caller.tenant();
        var only = caller.has(Role.WORKER) ? Optional.of(caller.worker()) : Optional.<Identifier>empty();
        return id(claim).map(id -> verdicts.find(tenant, id).map(found -> answer(found, only)))
                .orElseGet(() -> Uni.createFrom().item(Problem.notFound().response()));
    }

    private static Response answer(Optional<Reached> found, Optional<Identifier> only) {
        return found.filter(reached -> only.isEmpty() || only.get().equals(reached.worker()))
                .map(reached -> Response.ok(Json.bytes(Answers.of(reached)), MediaType.APPLICATION_JSON).build())
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
