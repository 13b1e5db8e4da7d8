package dev.wingman.watcher.http;

import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Page;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.watcher.DrillBook;

/// Drills of the caller's tenant; a worker sees his own.
@Path("/v1/drills")
@RolesAllowed({Role.WORKER, Role.SRE, Role.OPERATOR})
public class DrillsResource {

    private final Caller caller;
    private final DrillBook drills;

    DrillsResource(Caller caller, DrillBook drills) {
        this.caller = caller;
        this.drills = drills;
    }

    @GET
    public Uni<Response> list(@RestQuery("instruction_id") Optional<UUID> instruction,
            @RestQuery Optional<Integer> limit, @RestQuery Optional<String> cursor) {
        return switch (Page.request(limit, cursor)) {
            case Body.Refused(var problem) -> Uni.createFrom().item(problem.response());
            case Body.Read(var request) -> list(instruction, request);
        };
    }

    @GET
    @Path("/{drillId}")
    public Uni<Response> drill(@RestPath UUID drillId) {
        return drills.find(caller.tenant(), drillId).map(found -> found
                .filter(drill -> caller.maySee(new Identifier(drill.worker())))
                .map(drill -> Response.ok(drill).build()).orElseGet(() -> Problem.notFound().response()));
    }

    private Uni<Response> list(Optional<UUID> instruction, Page.Request request) {
        var own = caller.has(Role.WORKER) ? Optional.of(caller.worker()) : Optional.<Identifier>empty();
        try {
            return drills.list(caller.tenant(), own, instruction, request)
                    .map(found -> Response
                            .ok(Page.of(found, request, drill -> drill.since() + "/" + drill.drillId())).build());
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Uni.createFrom().item(
                    Problem.malformed("cursor is not one that an earlier answer gave as next.").response());
        }
    }
}
