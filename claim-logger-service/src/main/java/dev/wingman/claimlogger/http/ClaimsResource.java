package dev.wingman.claimlogger.http;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.claimlogger.ClaimLogger;
import dev.wingman.claimlogger.ClaimLogger.Answer;
import dev.wingman.claimlogger.ClaimLoggerSettings;
import dev.wingman.claimlogger.Claims;
import dev.wingman.claimlogger.domain.Draft;
import dev.wingman.contracts.Json;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Idempotency;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.platform.limits.Calls;
import dev.wingman.platform.limits.Limited;

/// `/v1/claims`.
@Path("/v1/claims")
class ClaimsResource {

    private final Caller caller;
    private final ClaimLogger claimLogger;
    private final Claims claims;
    private final ClaimLoggerSettings settings;

    ClaimsResource(Caller caller, ClaimLogger claimLogger, Claims claims, ClaimLoggerSettings settings) {
        this.caller = caller;
        this.claimLogger = claimLogger;
        this.claims = claims;
        this.settings = settings;
    }

    @POST
    @Limited(Calls.CLAIMS)
    @RolesAllowed(Role.WORKER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> claim(byte @Nullable [] body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        if (key != null && !Idempotency.isValid(key)) {
            return answer(Problem.malformed("An Idempotency-Key is 1 to 200 printable ASCII characters."));
        }
        var bytes = body == null ? new byte[0] : body;
        return switch (Body.json(bytes, Draft.class, settings.claimBytes())) {
            case Body.Refused<Draft>(var problem) -> answer(problem);
            case Body.Read<Draft>(var draft) -> claimLogger.take(
                    new ClaimLogger.Asked(caller.tenant(), caller.worker(), Optional.ofNullable(key), bytes, draft))
                    .map(ClaimsResource::response);
        };
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
    public Uni<Response> list(@Context UriInfo uri) {
        return switch (ClaimQuery.of(uri.getQueryParameters(), caller)) {
            case ClaimQuery.Unclear(var problem) -> answer(problem);
            case ClaimQuery.Asked(var filter) ->
                claims.list(caller.tenant(), filter).map(found -> json(200, Page.of(found, filter.limit())));
        };
    }

    @GET
    @Path("{claim_id}")
    @RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
    public Uni<Response> one(@PathParam("claim_id") String id) {
        return Ask.uuid(id).map(this::find).orElseGet(() -> answer(Problem.notFound()));
    }

    private Uni<Response> find(UUID id) {
        var seeing = caller;
        var tenant = seeing.tenant();
        var worker = seeing.has(Role.WORKER) ? Optional.of(seeing.worker()) : Optional.empty();
        return claims.find(tenant, id)
                .map(found -> found.filter(claim -> worker.isEmpty() || worker.get().equals(claim.worker()))
                        .map(claim -> json(200, claim)).orElseGet(() -> Problem.notFound().response()));
    }

    private static Response response(Answer answer) {
        return switch (answer) {
            case Answer.Taken(var json) -> Response.status(202).type(MediaType.APPLICATION_JSON).entity(json).build();
            case Answer.KeyTaken() ->
                Problem.conflict("This Idempotency-Key was used for another claim. Take a new one.").response();
            case Answer.Refused(var violations) -> Problem.invalid(violations).response();
        };
    }

    private static Uni<Response> answer(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }

    private static Response json(int status, Object value) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(Json.bytes(value)).build();
    }
}
