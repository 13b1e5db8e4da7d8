package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.RuleForm;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.gatekeeper.domain.policy.Ruling;
import dev.wingman.platform.Origin;

/// The tenants' rules, compiled once for each version of them and not for each instruction.
@ApplicationScoped
public class Policies {

    private static final Logger LOG = Logger.getLogger(Policies.class);

    private record Compiled(List<TenantSet.Rule> source, Uni<Rules> rules) {}

    private final RuleCompiler compiler;
    private final Vertx vertx;
    private final Map<Identifier, Compiled> compiled = new ConcurrentHashMap<>();

    Policies(RuleCompiler compiler, Vertx vertx) {
        this.compiler = compiler;
        this.vertx = vertx;
    }

    /// The rules of this entry, and of no earlier one. To compile takes seconds at worst, and holds up nobody else.
    public Uni<Rules> of(TenantSet entry) {
        var source = entry.policy().rules();
        return source.isEmpty()
                ? Uni.createFrom().item(Rules.NONE)
                : compiled.compute(entry.tenantId(), (_, held) -> held != null && held.source().equals(source)
                        ? held
                        : new Compiled(source, compile(entry.tenantId(), source)))
                        .rules();
    }

    private Uni<Rules> compile(Identifier tenant, List<TenantSet.Rule> source) {
        return aside(() -> compiler.compile(source))
                .onFailure().recoverWithItem((Throwable fault) -> unusable(tenant, source, fault))
                .memoize().indefinitely();
    }

    /// Rules that nobody could make ready deny; the next call has them tried again, since the fault may be over by then.
    private Rules unusable(Identifier tenant, List<TenantSet.Rule> source, Throwable fault) {
        LOG.errorf("event=rules-not-compiled tenant=%s origin=\"%s\"", tenant, Origin.of(fault));
        compiled.remove(tenant);
        var rulings = source.stream()
                .<Ruling>map(rule -> new Ruling.Fails(rule.id(), "it could not be made ready, which may pass"))
                .toList();
        return _ -> rulings;
    }

    /// What is wrong with the rules of an entry that somebody wants to set.
    public Uni<List<Violation>> faults(TenantSet entry) {
        var rules = entry.policy().rules();
        var misshapen = RuleForm.faults(rules);
        return rules.isEmpty() || RuleForm.areTooMany(rules)
                ? Uni.createFrom().item(misshapen)
                : aside(() -> compiler.faults(rules)).map(ofExpressions -> Stream
                        .concat(misshapen.stream(), ofExpressions.stream()).toList());
    }

    /// On a thread that may be held up.
    private <T> Uni<T> aside(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
