package dev.wingman.platform.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.platform.events.States;
import dev.wingman.platform.http.Problem;

/// Turns a verified token into a [Caller], or refuses it.
class CallerFilter {

    private static final Identifier OURS = new Identifier("wingman");
    private static final Set<String> ROLES = Set.of(Role.WORKER, Role.OPERATOR, Role.SRE, Role.ADMIN);
    private static final Duration NEWS_TRAVELS = Duration.ofSeconds(5);

    private final SecurityIdentity identity;
    private final Caller caller;
    private final States states;

    CallerFilter(SecurityIdentity identity, Caller caller, States states) {
        this.identity = identity;
        this.caller = caller;
        this.states = states;
    }

    @ServerRequestFilter
    Optional<Response> check(ResourceInfo call) {
        return identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)
                ? Optional.empty()
                : refusal(token, call).map(Problem::response);
    }

    private Optional<Problem> refusal(JsonWebToken token, ResourceInfo call) {
        var tenant = id(token.getClaim("tenant_id"));
        var subject = id(token.getSubject());
        var worker = token.containsClaim("worker_id") ? id(token.getClaim("worker_id")) : subject;
        if (tenant.isEmpty() || subject.isEmpty() || worker.isEmpty()) {
            return Optional.of(Problem.forbidden(
                    "tenant_id, sub and worker_id of the token must match [a-z0-9][a-z0-9._-]{0,62}."));
        }
        var roles = identity.getRoles();
        if (!ROLES.containsAll(roles) || roles.isEmpty()) {
            return Optional.of(Problem.forbidden("The token's groups must be out of worker, operator, sre, admin."));
        }
        if (roles.contains(Role.WORKER) && roles.size() > 1) {
            return Optional.of(Problem.forbidden("A token must not mix worker with a human's role."));
        }
        return tenantRefusal(tenant.get(), token, call).or(() -> {
            caller.is(tenant.get(), subject.get(), worker.get(), roles);
            return Optional.empty();
        });
    }

    private Optional<Problem> tenantRefusal(Identifier tenant, JsonWebToken token, ResourceInfo call) {
        if (tenant.equals(OURS)) {
            return Optional.empty();
        }
        if (!states.tenantsKnown()) {
            return Optional.of(Problem.unavailable("The registry of tenants is not known now.", Duration.ofSeconds(1)));
        }
        var entry = states.tenant(tenant);
        if (entry.isEmpty()) {
            var issued = Instant.ofEpochSecond(token.getIssuedAtTime());
            return Optional.of(Duration.between(issued, Instant.now()).compareTo(NEWS_TRAVELS) < 0
                    ? Problem.unavailable("The tenant is not known here yet.", Duration.ofSeconds(1))
                    : Problem.forbidden("The tenant is not registered. An admin of Wingman registers it."));
        }
        return entry.get().status() == TenantSet.Status.SUSPENDED && !isKept(call)
                ? Optional.of(Problem.forbidden("The tenant is suspended."))
                : Optional.empty();
    }

    private boolean isKept(ResourceInfo call) {
        return identity.hasRole(Role.OPERATOR)
                && call.getResourceMethod().isAnnotationPresent(KeptWhileSuspended.class);
    }

    private static Optional<Identifier> id(@Nullable Object claim) {
        return claim instanceof String text && Identifier.isValid(text)
                ? Optional.of(new Identifier(text))
                : Optional.empty();
    }
}
