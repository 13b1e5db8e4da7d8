package dev.wingman.auditor.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.VerifyNow;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// `POST /v1/verify`.
@Path("/v1/verify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {

    private static final int BODY = 64 * 1024;

    private final VerifyNow verifier;
    private final States states;
    private final Envelopes envelopes;
    private final Caller caller;

    VerifyResource(VerifyNow verifier, States states, Envelopes envelopes, Caller caller) {
        this.verifier = verifier;
        this.states = states;
        this.envelopes = envelopes;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
    public Uni<Response> verify(byte[] body) {
        return switch (barred()) {
            case Standing.Locked(var lock) -> answer(Problem.locked(lock));
            case Standing.Unknown _ ->
                answer(Problem.unavailable("The locks are not known now.", Duration.ofSeconds(1)));
            case Standing.Free _ -> switch (Body.json(body, ClaimBody.class, BODY)) {
                case Body.Refused<ClaimBody>(var problem) -> answer(problem);
                case Body.Read<ClaimBody>(var claim) -> screened(claim);
            };
        };
    }

    /// Only workers are ever locked.
    private Standing barred() {
        return caller.has(Role.WORKER) ? states.standing(caller.tenant(), caller.worker()) : new Standing.Free();
    }

    /// What is checked is recorded, and a secret must not be.
    private Uni<Response> screened(ClaimBody body) {
        var claim = body.claim(Ids.first(envelopes.now()),
                caller.has(Role.WORKER) ? caller.worker() : caller.subject());
        var text = new String(Json.bytes(claim), StandardCharsets.UTF_8);
        var secrets = Screening.standard().secrets(text, Place.at("")).stream()
                .map(found -> new Violation(found.rule(), "", found.message())).toList();
        if (!secrets.isEmpty()) {
            return answer(Problem.invalid(secrets));
        }
        var human = !caller.has(Role.WORKER);
        return verifier.verify(caller.tenant(), claim, human).map(answer -> response(answer, human));
    }

    private static Response response(VerifyNow.Answer answer, boolean human) {
        return switch (answer) {
            case VerifyNow.Looked(var reached) ->
                Response.ok(Json.bytes(Answers.ofCheck(reached, human)), MediaType.APPLICATION_JSON).build();
            case VerifyNow.TooMany(var wait) -> Problem
                    .of(429, "too-many", "Too many checks", "Wait, and check again; a claim needs no waiting.")
                    .header("Retry-After", Long.toString(wait.toSeconds())).response();
            case VerifyNow.OtherSite _ -> Problem.of(422, "other-site", "Another site's",
                    "This site's auditor cannot see that site. Ask the auditor there.").response();
        };
    }

    private static Uni<Response> answer(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }
}
