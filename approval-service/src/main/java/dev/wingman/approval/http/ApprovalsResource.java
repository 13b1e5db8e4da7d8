package dev.wingman.approval.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import dev.wingman.approval.ApprovalView;
import dev.wingman.approval.Reading;
import dev.wingman.approval.domain.State;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Page;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.KeptWhileSuspended;
import dev.wingman.platform.identity.Role;

/// The tenant's approvals; a worker sees its own.
@Path("/v1/approvals")
@RolesAllowed({Role.WORKER, Role.OPERATOR, Role.SRE})
public class ApprovalsResource {

    private final Caller caller;
    private final Reading reading;

    ApprovalsResource(Caller caller, Reading reading) {
        this.caller = caller;
        this.reading = reading;
    }

    @GET
    @KeptWhileSuspended
    public Uni<Response> list(@RestQuery Optional<String> state,
            @RestQuery("instruction_id") Optional<String> instruction,
            @RestQuery Optional<Integer> limit, @RestQuery Optional<String> cursor) {
        var wanted = state.flatMap(ApprovalsResource::state);
        var of = instruction.flatMap(Answers::uuid);
        if (wanted.isPresent() != state.isPresent()) {
            return Answers.of(Problem.malformed("state is PENDING, GRANTED, DENIED, EXPIRED, REVOKED or USED."));
        }
        if (of.isPresent() != instruction.isPresent()) {
            return Answers.of(Problem.malformed("instruction_id is a UUID."));
        }
        return switch (Page.request(limit, cursor)) {
            case Body.Refused(var problem) -> Answers.of(problem);
            case Body.Read(var page) when page.after().filter(text -> !isPosition(text)).isPresent() ->
                Answers.of(Problem.malformed("cursor is not one that an earlier answer gave as next."));
            case Body.Read(var page) -> reading.list(caller.tenant(), new Reading.Filter(wanted, of, own()), page)
                    .map(found -> Page.of(found.stream().map(ApprovalView::of).toList(), page,
                            last -> last.openedAt() + "/" + last.approvalId()))
                    .map(listed -> Answers.json(200, listed));
        };
    }

    @GET
    @Path("/{approvalId}")
    @KeptWhileSuspended
    public Uni<Response> one(@RestPath String approvalId) {
        var id = Answers.uuid(approvalId);
        var own = own();
        return id.isEmpty()
                ? Answers.of(Problem.notFound())
                : reading.find(caller.tenant(), id.get()).map(found -> found.filter(filed -> own.isEmpty()
                        || own.get().equals(filed.approval().matter().worker()))
                        .map(filed -> Answers.json(200, ApprovalView.of(filed)))
                        .orElseGet(() -> Problem.notFound().response()));
    }

    private Optional<Identifier> own() {
        return caller.has(Role.WORKER) ? Optional.of(caller.worker()) : Optional.empty();
    }

    private static Optional<State> state(String text) {
        return Arrays.stream(State.values()).filter(state -> state.name().equals(text)).findFirst();
    }

    private static boolean isPosition(String text) {
        var parts = text.split("/", 2);
        try {
            return parts.length == 2 && UUID.fromString(parts[1]) != null
                    && Instant.parse(parts[0]).isAfter(Instant.EPOCH)
                    && Instant.parse(parts[0]).isBefore(Instant.parse("9999-01-01T00:00:00Z"));
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
