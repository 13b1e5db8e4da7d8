package dev.wingman.gatekeeper.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.Answer;
import dev.wingman.gatekeeper.Gate;
import dev.wingman.gatekeeper.GatekeeperSettings;
import dev.wingman.gatekeeper.Instruction;
import dev.wingman.gatekeeper.Records;
import dev.wingman.gatekeeper.Verifiability;
import dev.wingman.gatekeeper.domain.Draft;
import dev.wingman.gatekeeper.domain.Judgement;
import dev.wingman.gatekeeper.domain.RiskReason;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.platform.limits.Limited;

/// `/v1/instructions`: what a worker wants to do.
@Path("/v1/instructions")
public class InstructionsResource {

    private static final String MARKDOWN = "text/markdown";

    /// What a dry run says.
    public record Checked(boolean accepted, Risk risk, ApprovalNeed approval, Verifiability criteria,
            List<Violation> violations, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> policyRules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RiskReason> riskReasons) {}

    private final Gate gate;
    private final Records records;
    private final Caller caller;
    private final GatekeeperSettings settings;

    InstructionsResource(Gate gate, Records records, Caller caller, GatekeeperSettings settings) {
        this.gate = gate;
        this.records = records;
        this.caller = caller;
        this.settings = settings;
    }

    @POST
    @Limited
    @RolesAllowed(Role.WORKER)
    @Consumes({MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> submit(byte[] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var closed = closed();
        if (closed.isPresent()) {
            return answer(closed.get());
        }
        return switch (draft(body, type)) {
            case Body.Refused<Draft>(var problem) -> misshapen(problem, body, type);
            case Body.Read<Draft>(var draft) -> gate.submit(
                    new Gate.Asked(caller.tenant(), caller.worker(), draft, body, Optional.ofNullable(key)))
                    .map(InstructionsResource::response);
        };
    }

    @POST
    @Limited
    @Path("/check")
    @RolesAllowed(Role.WORKER)
    @Consumes({MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> check(byte[] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type) {
        var closed = closed();
        if (closed.isPresent()) {
            return answer(closed.get());
        }
        return switch (draft(body, type)) {
            case Body.Refused<Draft>(var problem) -> misshapen(problem, body, type);
            case Body.Read<Draft>(var draft) -> gate.check(caller.tenant(), caller.worker(), draft)
                    .map(found -> found.map(judgement -> Response.ok(checked(judgement)).build())
                            .orElseGet(() -> unregistered().response()));
        };
    }

    @GET
    @Path("/{instruction_id}")
    @RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> record(@PathParam("instruction_id") String text) {
        return id(text).map(id -> records.find(caller.tenant(), id)
                .map(found -> found.filter(instruction -> caller.maySee(instruction.worker()))
                        .map(instruction -> Response.ok(json(instruction)).build())
                        .orElseGet(() -> Problem.notFound().response())))
                .orElseGet(() -> answer(Problem.notFound()));
    }

    private Optional<Problem> closed() {
        return switch (gate.standing(caller.tenant(), caller.worker())) {
            case Standing.Free() -> Optional.empty();
            case Standing.Locked(var lock) -> Optional.of(Problem.locked(lock));
            case Standing.Unknown() -> Optional.of(
                    Problem.unavailable("Whether this worker is locked is not known now.", Duration.ofSeconds(1)));
        };
    }

    private Body<Draft> draft(byte[] body, MediaType type) {
        return Drafts.read(body, isJson(type), settings.bodyAtMost());
    }

    /// Who mends a fault of form should not hear of the others only then.
    private Uni<Response> misshapen(Problem problem, byte[] body, MediaType type) {
        return problem.violations().isEmpty()
                ? answer(problem)
                : Drafts.rest(body, isJson(type)).map(this::faults)
                        .orElseGet(() -> Uni.createFrom().item(List.of()))
                        .map(faults -> Misshapen.with(problem, faults).response());
    }

    private Uni<List<Violation>> faults(Drafts.Rest rest) {
        return gate.faultsOfParts(caller.tenant(), rest.draft())
                .map(faults -> Stream.concat(rest.faults().stream(), faults.stream()).toList());
    }

    private static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    }

    private static Response response(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var receipt) ->
                Response.accepted(receipt).type(MediaType.APPLICATION_JSON_TYPE).build();
            case Answer.Rejected(var id, var violations) ->
                Problem.invalid(violations).member("instruction_id", id).response();
            case Answer.KeyTaken() ->
                Problem.conflict("This Idempotency-Key stands for another body. Take a new key.").response();
            case Answer.Unregistered() -> unregistered().response();
        };
    }

    private static Checked checked(Judgement judgement) {
        return new Checked(judgement.passes(), judgement.risk(), judgement.approval(),
                Verifiability.of(judgement.criteria()), judgement.violations(), judgement.policyRules(),
                judgement.riskReasons());
    }

    private static JsonNode json(Instruction instruction) {
        var json = instruction.event().<ObjectNode>deepCopy();
        return json.put("status", instruction.status()).put("at", instruction.at().toString());
    }

    private static Problem unregistered() {
        return Problem.forbidden("The tenant has no registry entry, and so no instructions.");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Uni<Response> answer(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }
}
