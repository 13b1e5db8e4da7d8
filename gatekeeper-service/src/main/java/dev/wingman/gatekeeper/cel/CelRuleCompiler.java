package dev.wingman.gatekeeper.cel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.cel.runtime.CelRuntime;

import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.RuleCompiler;
import dev.wingman.gatekeeper.domain.policy.Effect;
import dev.wingman.gatekeeper.domain.policy.RuleForm;
import dev.wingman.gatekeeper.domain.policy.Rules;

/// Rules written in CEL. The language is built for the first rule that anybody has: it costs seconds of a cold process, and most tenants never need it.
@ApplicationScoped
class CelRuleCompiler implements RuleCompiler {

    private static final class Built {
        private static final Language LANGUAGE = new Language();
    }

    @Override
    public Rules compile(List<TenantSet.Rule> rules) {
        return new CelRules(rules.stream().map(rule -> new CelRules.Rule(rule, program(rule.cel()),
                Effect.named(rule.effect()))).toList());
    }

    @Override
    public List<Violation> faults(List<TenantSet.Rule> rules) {
        return IntStream.range(0, rules.size()).boxed().flatMap(index -> faults(rules.get(index).cel(), index))
                .toList();
    }

    private static Stream<Violation> faults(String expression, int index) {
        return switch (Built.LANGUAGE.check(expression)) {
            case Language.Checked.Sound _ -> Stream.empty();
            case Language.Checked.Unsound(var why) -> why.stream()
                    .map(told -> new Violation("policy/rule-does-not-compile", RuleForm.pointer(index) + "/cel", told));
        };
    }

    private static Optional<CelRuntime.Program> program(String expression) {
        return Built.LANGUAGE.check(expression) instanceof Language.Checked.Sound(var program)
                ? Optional.of(program)
                : Optional.empty();
    }
}
