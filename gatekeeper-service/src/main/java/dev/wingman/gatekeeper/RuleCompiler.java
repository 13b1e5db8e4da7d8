package dev.wingman.gatekeeper;

import java.util.List;

import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.domain.policy.Rules;

/// Makes rules that can be asked out of what a tenant wrote.
public interface RuleCompiler {

    /// Always gives rules: one that does not compile, or does what nobody knows, fails for every instruction, and so denies.
    Rules compile(List<TenantSet.Rule> rules);

    /// Everything that does not compile, with its place. Each rule has the right form already.
    List<Violation> faults(List<TenantSet.Rule> rules);
}
