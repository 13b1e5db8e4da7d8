package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.RuleForm;
import dev.wingman.gatekeeper.domain.policy.Rules;

/// The tenants' rules, compiled once for each version of them and not for each instruction.
@ApplicationScoped
public class Policies {

    private record Compiled(List<TenantSet.Rule> source, Rules rules) {}

    private final RuleCompiler compiler;
    private final Map<Identifier, Compiled> compiled = new ConcurrentHashMap<>();

    Policies(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /// The rules of this entry, and of no earlier one.
    public Rules of(TenantSet entry) {
        var source = entry.policy().rules();
        return source.isEmpty()
                ? Rules.NONE
                : compiled.compute(entry.tenantId(), (_, held) -> held != null && held.source().equals(source)
                        ? held
                        : new Compiled(source, compiler.compile(source))).rules();
    }

    /// What is wrong with the rules of an entry that somebody wants to set.
    public List<Violation> faults(TenantSet entry) {
        var misshapen = RuleForm.faults(entry.policy().rules());
        return misshapen.isEmpty() ? compiler.faults(entry.policy().rules()) : misshapen;
    }
}
