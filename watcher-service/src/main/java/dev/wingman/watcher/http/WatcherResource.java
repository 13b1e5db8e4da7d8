package dev.wingman.watcher.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Page;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.watcher.Lockdowns;
import dev.wingman.watcher.Reading;
import dev.wingman.watcher.Records;

/// Workers, lockdowns and alerts of the caller's tenant.
@Path("/v1")
@RolesAllowed({Role.SRE, Role.OPERATOR})
public class WatcherResource {

    private static final int BODY_AT_MOST = 4096;
    private static final int REASON_AT_MOST = 500;

    /// A lock that a human asks for.
    ///
    /// @param reason for the record and for the 423 that the worker gets
    public record LockRequest(Optional<String> worker, Optional<String> owner, String reason) {
        public LockRequest {
            if (worker.isPresent() == owner.isPresent()) {
                throw new IllegalArgumentException("name a worker or an owner, one of the two");
            }
            if (worker.or(() -> owner).filter(Identifier::isValid).isEmpty()) {
                throw new IllegalArgumentException("worker and owner match [a-z0-9][a-z0-9._-]{0,62}");
            }
            if (reason == null || reason.isBlank() || reason.length() > REASON_AT_MOST) {
                throw new IllegalArgumentException("reason is a text of 1 to " + REASON_AT_MOST + " characters");
            }
        }
    }

    private final Caller caller;
    private final Reading reading;
    private final Records records;
    private final Lockdowns lockdowns;

    WatcherResource(Caller caller, Reading reading, Records records, Lockdowns lockdowns) {
        this.caller = caller;
        this.reading = reading;
        this.records = records;
        this.lockdowns = lockdowns;
    }

    @GET
    @Path("/workers")
    public Uni<Response> workers(@RestQuery Optional<Integer> limit, @RestQuery Optional<String> cursor) {
        return page(limit, cursor, request -> reading.workers(caller.tenant(), request),
                Reading.WorkerStanding::worker);
    }

    @GET
    @Path("/workers/{worker}")
    public Uni<Response> worker(@RestPath String worker) {
        return !Identifier.isValid(worker)
                ? answer(Problem.notFound())
                : reading.worker(caller.tenant(), new Identifier(worker)).map(found -> found
                        .map(standing -> Response.ok(standing).build()).orElseGet(() -> Problem.notFound().response()));
    }

    @GET
    @Path("/lockdowns")
    public Uni<Response> locks(@RestQuery Optional<Integer> limit, @RestQuery Optional<String> cursor) {
        return page(limit, cursor, request -> reading.locks(caller.tenant(), request),
                lock -> lock.scope() + "/" + lock.name());
    }

    @POST
    @Path("/lockdowns")
    @RolesAllowed(Role.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> lock(byte[] body) {
        return switch (Body.json(body, LockRequest.class, BODY_AT_MOST)) {
            case Body.Refused(var problem) -> answer(problem);
            case Body.Read(var request) -> lock(request);
        };
    }

    @GET
    @Path("/alerts")
    public Uni<Response> alerts(@RestQuery Optional<Integer> limit, @RestQuery Optional<String> cursor) {
        return page(limit, cursor, request -> reading.alerts(caller.tenant(), request),
                alert -> alert.raisedAt() + "/" + alert.alertId());
    }

    @POST
    @Path("/alerts/{alertId}/acknowledge")
    public Uni<Response> acknowledge(@RestPath UUID alertId) {
        return records.acknowledge(caller.tenant(), alertId, caller.subject()).map(done -> done
                .map(by -> Response.ok(by).build()).orElseGet(() -> Problem.notFound().response()));
    }

    private Uni<Response> lock(LockRequest request) {
        var scope = request.worker().isPresent() ? Lock.Scope.WORKER : Lock.Scope.OWNER;
        var name = new Identifier(request.worker().or(request::owner).orElseThrow());
        return lockdowns.lock(caller.tenant(), caller.subject(), scope, name, request.reason())
                .map(lock -> Response.status(201).entity(lock).build());
    }

    private static <T> Uni<Response> page(Optional<Integer> limit, Optional<String> cursor,
            Function<Page.Request, Uni<List<T>>> read, Function<T, String> position) {
        return switch (Page.request(limit, cursor)) {
            case Body.Refused(var problem) -> answer(problem);
            case Body.Read(var request) -> read.apply(request)
                    .map(items -> Response.ok(Page.of(items, request, position)).build());
        };
    }

    private static Uni<Response> answer(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }
}
