package dev.wingman.gatekeeper.cel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.cel.runtime.CelRuntime;
import org.jboss.logging.Logger;

import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Violation;
import dev.wingman.gatekeeper.RuleCompiler;
import dev.wingman.gatekeeper.domain.policy.Effect;
import dev.wingman.gatekeeper.domain.policy.RuleForm;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.platform.Origin;

/// Rules written in CEL. The language is built for the first rule that anybody has: it costs seconds of a cold process, and most tenants never need it.
@ApplicationScoped
class CelRuleCompiler implements RuleCompiler {

    private static final class Built {
        private static final Language LANGUAGE = new Language();
    }

    private static final Logger LOG = Logger.getLogger(CelRuleCompiler.class);

    private final Function<String, Language.Checked> language;

    CelRuleCompiler() {
        this(expression -> Built.LANGUAGE.check(expression));
    }

    CelRuleCompiler(Function<String, Language.Checked> language) {
        this.language = language;
    }

    @Override
    public Rules compile(List<TenantSet.Rule> rules) {
        return new CelRules(rules.stream().map(rule -> new CelRules.Rule(rule, program(rule.cel()),
                Effect.named(rule.effect()))).toList());
    }

    @Override
    public List<Violation> faults(List<TenantSet.Rule> rules) {
        return IntStream.range(0, rules.size()).boxed()
                .filter(index -> RuleForm.hasExpression(rules.get(index)))
                .flatMap(index -> faults(rules.get(index), index)).toList();
    }

    private Stream<Violation> faults(TenantSet.Rule rule, int index) {
        return switch (check(rule.cel())) {
            case Language.Checked.Sound(_, var never) -> told("policy/rule-compares-with-no-value", rule, index, never);
            case Language.Checked.Unsound(var why) -> told("policy/rule-does-not-compile", rule, index, why);
        };
    }

    private static Stream<Violation> told(String as, TenantSet.Rule rule, int index, List<String> why) {
        return why.stream().map(told -> new Violation(as, RuleForm.pointer(index) + "/cel",
                (RuleForm.isNamed(rule) ? "Rule " + rule.id() + ", " : "") + told));
    }

    private Optional<CelRuntime.Program> program(String expression) {
        return check(expression) instanceof Language.Checked.Sound(var program, _)
                ? Optional.of(program)
                : Optional.empty();
    }

    /// A compiler that breaks on an expression has not found it sound: the rule counts as one that does not compile, and the others stand.
    private Language.Checked check(String expression) {
        try {
            return language.apply(expression);
        } catch (RuntimeException e) {
            LOG.errorf("event=rule-breaks-the-compiler origin=\"%s\"", Origin.of(e));
            return new Language.Checked.Unsound(List.of("1:1: the compiler breaks on it: say it in other words"));
        }
    }
}
