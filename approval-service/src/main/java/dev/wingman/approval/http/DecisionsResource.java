package dev.wingman.approval.http;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import dev.wingman.approval.ApprovalView;
import dev.wingman.approval.Reading;
import dev.wingman.approval.Revocation;
import dev.wingman.approval.Voting;
import dev.wingman.approval.domain.Ballot;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.approval.domain.Refusal.Rule;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.VoteRecorded.Way;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.KeptWhileSuspended;
import dev.wingman.platform.identity.Role;

/// What humans say to an approval. Whoever may not vote is judged as well: his attempt stands on the record.
@Path("/v1/approvals/{approvalId}")
@Authenticated
public class DecisionsResource {

    private static final int BODY_AT_MOST = 8192;

    private final Caller caller;
    private final JsonWebToken token;
    private final Voting voting;
    private final Revocation revocation;
    private final Reading reading;

    DecisionsResource(Caller caller, JsonWebToken token, Voting voting, Revocation revocation, Reading reading) {
        this.caller = caller;
        this.token = token;
        this.voting = voting;
        this.revocation = revocation;
        this.reading = reading;
    }

    @POST
    @Path("/decisions")
    @KeptWhileSuspended
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> decide(@RestPath String approvalId, byte @Nullable [] body) {
        var id = Answers.uuid(approvalId);
        return switch (Body.json(body == null ? new byte[0] : body, DecisionRequest.class, BODY_AT_MOST)) {
            case Body.Refused(var problem) -> Answers.of(problem);
            case Body.Read(var request) when id.isEmpty() -> Answers.of(Problem.notFound());
            case Body.Read(var request) -> decide(id.orElseThrow(), request);
        };
    }

    @POST
    @Path("/revoke")
    @RolesAllowed(Role.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> revoke(@RestPath String approvalId, byte @Nullable [] body) {
        var id = Answers.uuid(approvalId);
        return switch (Body.json(body == null ? new byte[0] : body, ReasonRequest.class, BODY_AT_MOST)) {
            case Body.Refused(var problem) -> Answers.of(problem);
            case Body.Read(var request) when id.isEmpty() -> Answers.of(Problem.notFound());
            case Body.Read(var request) -> revoke(id.orElseThrow(), request);
        };
    }

    private Uni<Response> decide(UUID id, DecisionRequest request) {
        var tenant = caller.tenant();
        var ballot = new Ballot(caller.subject(), request.decision(), Way.HTTP, request.reason(),
                request.seenDigest());
        var voter = new Voting.Voter(tenant, caller.has(Role.WORKER) ? caller.worker() : caller.subject(), barred(),
                authTime());
        return voting.byHttp(voter, id, ballot).chain(answer -> switch (answer) {
            case Voting.Counted counted -> shown(tenant, id);
            case Voting.Refused(var refusal, var approval) -> Answers.of(Answers.problem(refusal, approval));
            case Voting.Unknown unknown -> Answers.of(Problem.notFound());
        });
    }

    private Uni<Response> revoke(UUID id, ReasonRequest request) {
        var tenant = caller.tenant();
        return revocation.revoke(tenant, caller.subject(), id, request.reason()).chain(answer -> switch (answer) {
            case Revocation.Revoked revoked -> shown(tenant, id);
            case Revocation.Over(var approval) ->
                Answers.of(Answers.conflict("revoke/over", "There is nothing to revoke any more.", approval));
            case Revocation.Barred(var refusal) -> Answers.of(Answers.problem(refusal));
            case Revocation.Unknown unknown -> Answers.of(Problem.notFound());
        });
    }

    private Uni<Response> shown(Identifier tenant, UUID id) {
        return reading.find(tenant, id).map(found -> found.map(filed -> Answers.json(200, ApprovalView.of(filed)))
                .orElseGet(() -> Problem.notFound().response()));
    }

    private Optional<Refusal> barred() {
        if (caller.has(Role.WORKER)) {
            return Optional.of(new Refusal(Rule.WORKER_ROLE, "A worker never decides."));
        }
        return caller.has(Role.OPERATOR)
                ? Optional.empty()
                : Optional.of(new Refusal(Rule.NOT_AN_OPERATOR, "Your token lacks the role operator."));
    }

    private Optional<Instant> authTime() {
        return Tokens.authTime(token);
    }
}
