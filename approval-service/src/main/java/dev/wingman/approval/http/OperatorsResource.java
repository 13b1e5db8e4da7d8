package dev.wingman.approval.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import dev.wingman.approval.Operators;
import dev.wingman.approval.Releases;
import dev.wingman.approval.domain.Polling;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Page;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// Operators: their link to Telegram, their second factor, and the releases that they ask for.
@Path("/v1")
@RolesAllowed(Role.OPERATOR)
public class OperatorsResource {

    private static final int BODY_AT_MOST = 8192;

    private final Caller caller;
    private final JsonWebToken token;
    private final Operators operators;
    private final Releases releases;

    OperatorsResource(Caller caller, JsonWebToken token, Operators operators, Releases releases) {
        this.caller = caller;
        this.token = token;
        this.operators = operators;
        this.releases = releases;
    }

    @POST
    @Path("/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> release(byte @Nullable [] body) {
        return switch (Body.json(body == null ? new byte[0] : body, ReleaseRequest.class, BODY_AT_MOST)) {
            case Body.Refused(var problem) -> Answers.of(problem);
            case Body.Read(var request) -> releases.byHttp(caller.tenant(), caller.subject(),
                    new Identifier(request.worker()), request.reason()).map(OperatorsResource::response);
        };
    }

    @GET
    @Path("/operators")
    public Uni<Response> list() {
        return operators.list(caller.tenant())
                .map(all -> Answers.json(200, new Page<>(all, Optional.empty())));
    }

    @POST
    @Path("/operators/link")
    public Uni<Response> link() {
        return asOperator(() -> operators.offerCode(caller.tenant(), caller.subject())
                .map(code -> Answers.json(201, code)));
    }

    /// A second factor is worth no more than the login that enrolled it: that must be fresh.
    @POST
    @Path("/operators/totp")
    public Uni<Response> enrol() {
        var stale = Polling.loginRefusal(Tokens.authTime(token), Instant.now());
        return asOperator(() -> stale.isPresent()
                ? Answers.of(Answers.problem(stale.get()))
                : operators.enrol(caller.tenant(), caller.subject()).map(enrolled -> Answers.json(201, enrolled)));
    }

    private Uni<Response> asOperator(Supplier<Uni<Response>> call) {
        return operators.isOperator(caller.tenant(), caller.subject())
                ? call.get()
                : Answers.of(Answers.problem(
                        new Refusal(Rule.NOT_AN_OPERATOR, "You are no operator in the tenant's registry.")));
    }

    private static Response response(Releases.Answer answer) {
        return switch (answer) {
            case Releases.Opened(var id) -> Answers.json(202, Map.of("approval_id", id));
            case Releases.Refused(var refusal) -> Answers.problem(refusal).response();
        };
    }
}
