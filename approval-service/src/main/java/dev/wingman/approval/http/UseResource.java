package dev.wingman.approval.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import dev.wingman.approval.ApprovalSettings;
import dev.wingman.approval.ApprovalView;
import dev.wingman.approval.Redemptions;
import dev.wingman.approval.Waiting;
import dev.wingman.approval.domain.State;
import dev.wingman.platform.http.Idempotency;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// What a worker does with its approval: waits for it, and uses it once.
@Path("/v1/approvals/{approvalId}")
@RolesAllowed(Role.WORKER)
public class UseResource {

    private static final Duration USUAL = Duration.ofSeconds(30);

    private final Caller caller;
    private final Redemptions redemptions;
    private final Waiting waiting;
    private final ApprovalSettings settings;

    UseResource(Caller caller, Redemptions redemptions, Waiting waiting, ApprovalSettings settings) {
        this.caller = caller;
        this.redemptions = redemptions;
        this.waiting = waiting;
        this.settings = settings;
    }

    @GET
    @Path("/wait")
    public Uni<Response> await(@RestPath String approvalId, @RestQuery Optional<String> timeout) {
        var id = Answers.uuid(approvalId);
        var atMost = timeout.map(UseResource::duration).orElse(Optional.of(USUAL));
        if (atMost.filter(it -> !it.isNegative() && it.compareTo(settings.waitsAtMost()) <= 0).isEmpty()) {
            return Answers.of(Problem.malformed("timeout is a duration such as PT30S, of " + settings.waitsAtMost()
                    + " at most."));
        }
        return id.isEmpty()
                ? Answers.of(Problem.notFound())
                : waiting.moved(caller.tenant(), caller.worker(), id.get(), atMost.orElseThrow())
                        .map(found -> found.map(filed -> filed.approval().state() == State.PENDING
                                ? Response.noContent().build()
                                : Answers.json(200, ApprovalView.of(filed)))
                                .orElseGet(() -> Problem.notFound().response()));
    }

    @POST
    @Path("/use")
    public Uni<Response> use(@RestPath String approvalId, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var id = Answers.uuid(approvalId);
        if (key == null || !Idempotency.isValid(key)) {
            return Answers.of(Problem.malformed("Send an Idempotency-Key of 1 to 200 printable ASCII characters."));
        }
        return id.isEmpty()
                ? Answers.of(Problem.notFound())
                : redemptions.ofCommand(caller.tenant(), caller.worker(), id.get(), key).map(UseResource::response);
    }

    private static Response response(Redemptions.Answer answer) {
        return switch (answer) {
            case Redemptions.Given(var grant) -> Answers.json(200, Map.of("grant", grant));
            case Redemptions.Refused(var why, var approval) ->
                Answers.conflict(why.rule(), why.detail(), approval).response();
            case Redemptions.Locked(var lock) -> Problem.locked(lock).response();
            case Redemptions.Unknown unknown -> Problem.notFound().response();
        };
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
