package dev.wingman.claimlogger.http;

import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

import dev.wingman.claimlogger.LedgerView;
import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.ledger.Leaf;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;

/// `/v1/ledger`: the caller's tenant's own.
@Path("/v1/ledger")
class LedgerResource {

    /// An entry as people read it.
    record Shown(long index, String topic, Map<String, String> headers, String value, Optional<String> encoding) {
        static Shown of(Entry entry) {
            var leaf = Leaf.of(entry.record());
            return new Shown(entry.index(), leaf.topic(), leaf.headers(), leaf.value(), leaf.encoding());
        }
    }

    private final Caller caller;
    private final LedgerView ledger;

    LedgerResource(Caller caller, LedgerView ledger) {
        this.caller = caller;
        this.ledger = ledger;
    }

    @GET
    @Path("keys")
    @RolesAllowed({Role.SRE, Role.OPERATOR})
    public Uni<Response> keys() {
        return Uni.createFrom().item(json(Map.of("keys", ledger.keys().stream().map(NoteKey::text).toList())));
    }

    @GET
    @Path("checkpoint")
    @RolesAllowed({Role.SRE, Role.OPERATOR})
    public Uni<Response> checkpoint() {
        return ledger.checkpoint(caller.tenant())
                .map(note -> Response.ok(note, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).build());
    }

    @GET
    @Path("entries")
    @RolesAllowed({Role.SRE, Role.OPERATOR})
    public Uni<Response> entries(@QueryParam("from") @Nullable String from,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        var start = Ask.number(cursor != null ? cursor : from != null ? from : "0");
        var count = Ask.limit(Optional.ofNullable(limit));
        if (start.isEmpty() || count.isEmpty()) {
            return problem(Problem.malformed("from is an index, limit is 1 to " + Ask.LARGEST_LIMIT + "."));
        }
        return ledger.entries(caller.tenant(), start.get(), count.get()).map(found -> json(new Page<>(
                found.stream().map(Shown::of).toList(),
                found.size() < count.get() ? null : Long.toString(start.get() + found.size()))));
    }

    @GET
    @Path("proofs/inclusion")
    @RolesAllowed({Role.SRE, Role.OPERATOR})
    public Uni<Response> inclusion(@QueryParam("event_id") @Nullable String eventId) {
        if (eventId == null || !eventId.matches("[!-~]{1,200}")) {
            return problem(Problem.malformed("Name the event_id."));
        }
        return ledger.inclusion(caller.tenant(), eventId).map(LedgerResource::orNotFound);
    }

    @GET
    @Path("proofs/consistency")
    @RolesAllowed({Role.SRE, Role.OPERATOR})
    public Uni<Response> consistency(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var start = Optional.ofNullable(from).flatMap(Ask::number);
        var end = Optional.ofNullable(to).flatMap(Ask::number);
        if (start.isEmpty() || to != null && end.isEmpty() || end.isPresent() && end.get() < start.get()) {
            return problem(Problem.malformed("from and to are sizes of the ledger, from the smaller one."));
        }
        return ledger.consistency(caller.tenant(), start.get(), end).map(LedgerResource::orNotFound);
    }

    @GET
    @Path("export")
    @RolesAllowed(Role.SRE)
    public Multi<byte[]> export() {
        return RestMulti.fromMultiData(ledger.export(caller.tenant())).withDemand(1)
                .header("Content-Type", "application/jsonl")
                .header("Content-Disposition", "attachment; filename=\"claims_audit.jsonl\"").build();
    }

    private static Response orNotFound(Optional<?> found) {
        return found.map(LedgerResource::json).orElseGet(() -> Problem.notFound().response());
    }

    private static Uni<Response> problem(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }

    private static Response json(Object value) {
        return Response.ok(Json.bytes(value), MediaType.APPLICATION_JSON).build();
    }
}
