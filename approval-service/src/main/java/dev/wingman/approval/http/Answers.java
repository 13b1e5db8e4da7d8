package dev.wingman.approval.http;

import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import dev.wingman.approval.domain.Approval;
import dev.wingman.approval.domain.Decision;
import dev.wingman.approval.domain.Refusal;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Violation;
import dev.wingman.platform.http.Problem;

/// What the resources have in common.
final class Answers {

    private Answers() {}

    static Uni<Response> of(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }

    static Response json(int status, Object value) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(Json.bytes(value)).build();
    }

    /// An id that is none names nothing.
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A refusal with the status that the API promises, its rule, and how the approval stands.
    static Problem problem(Refusal refusal, Approval approval) {
        var problem = problem(refusal);
        return problem.status() == 409 ? conflict(refusal.rule().wireName(), refusal.detail(), approval) : problem;
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal.rule()) {
            case REASON_MISSING, RELEASE_REASON_MISSING ->
                Problem.invalid(java.util.List.of(
                        new Violation(refusal.rule().wireName(), "/reason", refusal.detail())));
            case RELEASE_UNKNOWN_WORKER, NO_SUCH_APPROVAL -> Problem.notFound();
            case RELEASE_NOT_LOCKED, ALREADY_DECIDED, EXPIRED, TWICE, CARD_DIFFERS, WORKER_LOCKED, LINK_TAKEN ->
                Problem.conflict(refusal.detail()).member("rule", refusal.rule().wireName());
            case NOT_LINKED, WORKER_ROLE, NOT_AN_OPERATOR, TENANT_SUSPENDED, OWN_CAUSE, OWNER, REQUESTER, LOGIN_TOO_OLD,
                    CODE_MISSING, CODE_NOT_ENROLLED, CODE_WRONG, CODE_REPLAYED, CODE_LOCKED, LINK_CODE_UNKNOWN,
                    LINK_CODE_SEEN ->
                Problem.forbidden(refusal.detail()).member("rule", refusal.rule().wireName());
        };
    }

    /// 409 with how it stands: `state`, and once it is decided `decided_by`.
    static Problem conflict(String rule, String detail, Approval approval) {
        var problem = Problem.conflict(detail).member("rule", rule).member("state", approval.state().name());
        return approval.decided().map(Decision::decidedBy).map(who -> problem.member("decided_by", who))
                .orElse(problem);
    }
}
