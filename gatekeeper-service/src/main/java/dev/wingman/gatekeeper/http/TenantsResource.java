package dev.wingman.gatekeeper.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.GatekeeperSettings;
import dev.wingman.gatekeeper.Policies;
import dev.wingman.gatekeeper.Registry;
import dev.wingman.gatekeeper.domain.EntryRules;
import dev.wingman.gatekeeper.domain.Excerpt;
import dev.wingman.gatekeeper.domain.Precondition;
import dev.wingman.platform.http.Body;
import dev.wingman.platform.http.Problem;
import dev.wingman.platform.http.Remainder;
import dev.wingman.platform.identity.Caller;
import dev.wingman.platform.identity.Role;
import dev.wingman.platform.limits.Calls;
import dev.wingman.platform.limits.LimitSettings;
import dev.wingman.platform.limits.Limited;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// `/v1/tenants`: the registry, for admins.
@Path("/v1/tenants/{tenant_id}")
@RolesAllowed(Role.ADMIN)
public class TenantsResource {

    private static final Identifier OURS = new Identifier("wingman");

    private final Registry registry;
    private final Policies policies;
    private final Caller caller;
    private final GatekeeperSettings settings;
    private final LimitSettings limits;

    TenantsResource(Registry registry, Policies policies, Caller caller, GatekeeperSettings settings,
            LimitSettings limits) {
        this.limits = limits;
        this.registry = registry;
        this.policies = policies;
        this.caller = caller;
        this.settings = settings;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> entry(@PathParam("tenant_id") String text) {
        return tenant(text).map(tenant -> registry.find(tenant)
                .map(found -> found.map(entry -> tagged(Response.ok(), entry))
                        .orElseGet(() -> Problem.notFound().response())))
                .orElseGet(() -> answer(Problem.notFound()));
    }

    @PUT
    @Limited(Calls.REGISTRY)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> change(@PathParam("tenant_id") String text, byte[] body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var tenant = tenant(text);
        if (tenant.isEmpty()) {
            return answer(Problem.notFound());
        }
        return switch (Body.json(body, TenantSet.class, settings.bodyAtMost())) {
            case Body.Refused<TenantSet>(var problem) -> misshapen(tenant.get(), body, Drafts.discreet(problem));
            case Body.Read<TenantSet>(var entry) -> faults(tenant.get(), entry)
                    .chain(faults -> changed(entry, precondition(ifMatch, ifNoneMatch), faults));
        };
    }

    /// Also what is wrong with the rest is told, but of what was sent in another shape alone that.
    private Uni<Response> misshapen(Identifier tenant, byte[] body, Problem problem) {
        return problem.violations().isEmpty()
                ? answer(problem)
                : Remainder.of(body, TenantSet.class).value().map(rest -> faults(tenant, rest))
                        .orElseGet(() -> Uni.createFrom().item(List.of()))
                        .map(faults -> Misshapen.with(problem, faults).response());
    }

    private Uni<List<Violation>> faults(Identifier tenant, TenantSet entry) {
        var secrets = secrets(entry);
        var faults = Stream.concat(EntryRules.faults(tenant, entry, this::ceiling).stream(), secrets.stream()).toList();
        // the compiler repeats what it does not understand
        return secrets.isEmpty()
                ? policies.faults(entry).map(ofRules -> Stream.concat(faults.stream(), ofRules.stream()).toList())
                : Uni.createFrom().item(faults);
    }

    private Uni<Response> changed(TenantSet entry, Precondition precondition, List<Violation> faults) {
        return faults.isEmpty()
                ? registry.change(new Registry.Change(entry, precondition,
                        new TenantSet.Admin(caller.tenant(), caller.subject()), isOurs()))
                        .map(TenantsResource::response)
                : answer(Problem.invalid(Excerpt.of(faults, "")));
    }

    private static Response response(Registry.Result result) {
        return switch (result) {
            case Registry.Result.Done(var entry, var created) ->
                tagged(created ? Response.status(Response.Status.CREATED) : Response.ok(), entry);
            case Registry.Result.Failed() -> Problem.of(412, "precondition-failed", "Changed meanwhile",
                    "The entry is not the one that you saw. Read it again and send its ETag as If-Match.").response();
            case Registry.Result.Unconditional() -> Problem.of(428, "precondition-required", "Which version?",
                    "The entry exists. Send the ETag of the one that you change as If-Match.").response();
            case Registry.Result.NotAllowed() -> Problem
                    .forbidden(
                            "Only an admin of Wingman creates or suspends a tenant, changes its tier, or adds to its sites.")
                    .response();
        };
    }

    private static Response tagged(Response.ResponseBuilder answer, TenantSet entry) {
        return answer.entity(entry).header(HttpHeaders.ETAG, "\"" + entry.version() + "\"").build();
    }

    /// Another tenant's entry does not exist for an admin of a tenant.
    private Optional<Identifier> tenant(String text) {
        return Identifier.isValid(text)
                ? Optional.of(new Identifier(text)).filter(tenant -> isOurs() || tenant.equals(caller.tenant()))
                : Optional.empty();
    }

    private boolean isOurs() {
        return caller.tenant().equals(OURS);
    }

    private static Precondition precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return new Precondition(Optional.ofNullable(ifMatch).map(TenantsResource::tags), ifNoneMatch != null);
    }

    private static Set<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(tag -> tag.strip().replaceAll("^\"|\"$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Violation> secrets(TenantSet entry) {
        return Leaves.of(Json.tree(entry), "").stream()
                .flatMap(leaf -> Screening.standard().secrets(leaf.text(), Place.at(leaf.pointer())).stream())
                .map(found -> new Violation(found.rule(), found.pointer(), found.message())).toList();
    }

    private static Uni<Response> answer(Problem problem) {
        return Uni.createFrom().item(problem.response());
    }

    private EntryRules.Rates ceiling(Tier tier) {
        var most = limits.of(tier);
        return new EntryRules.Rates(most.workerPerMinute(), most.tenantPerMinute());
    }
}
