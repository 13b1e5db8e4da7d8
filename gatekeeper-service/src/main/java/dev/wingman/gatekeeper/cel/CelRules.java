package dev.wingman.gatekeeper.cel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.jboss.logging.Logger;

import dev.wingman.contracts.TenantSet;
import dev.wingman.gatekeeper.domain.policy.Effect;
import dev.wingman.gatekeeper.domain.policy.Facts;
import dev.wingman.gatekeeper.domain.policy.Rules;
import dev.wingman.gatekeeper.domain.policy.Ruling;
import dev.wingman.platform.Origin;

/// The compiled rules of one tenant.
record CelRules(List<Rule> rules) implements Rules {

    private static final Logger LOG = Logger.getLogger(CelRules.class);
    private static final long FREE = 20_000;
    private static final long TIMES_THE_TEXT = 8;

    CelRules {
        rules = List.copyOf(rules);
    }

    /// One rule, or why there is none.
    ///
    /// @param program absent where it does not compile
    /// @param effect absent where nobody knows it
    record Rule(TenantSet.Rule source, Optional<CelRuntime.Program> program, Optional<Effect> effect) {}

    @Override
    public List<Ruling> judge(Facts facts) {
        var raw = Variables.of(facts);
        var budget = FREE + TIMES_THE_TEXT * Variables.length(raw);
        var values = rules.stream().anyMatch(rule -> rule.source().cel().contains("plain"))
                ? Variables.plain(raw)
                : raw;
        return rules.stream().flatMap(rule -> judge(rule, values, budget).stream()).toList();
    }

    private static Optional<Ruling> judge(Rule rule, Map<String, Object> values, long budget) {
        var source = rule.source();
        if (rule.program().isEmpty() || rule.effect().isEmpty()) {
            return Optional.of(new Ruling.Fails(source.id(), "this version cannot read it"));
        }
        var meter = new Meter(budget);
        try {
            var holds = Boolean.TRUE.equals(rule.program().get().trace(values, meter));
            if (meter.isExceeded()) {
                return Optional.of(tooCostly(source));
            }
            return holds
                    ? Optional.of(new Ruling.Holds(source.id(), rule.effect().get(), source.message()))
                    : Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of(ended(source, meter, e.getErrorCode().toString()));
        } catch (RuntimeException e) {
            LOG.errorf("event=rule-breaks rule=%s origin=\"%s\"", source.id(), Origin.of(e));
            return Optional.of(ended(source, meter, "a fault that is ours"));
        }
    }

    private static Ruling ended(TenantSet.Rule source, Meter meter, String with) {
        return meter.isExceeded()
                ? tooCostly(source)
                : new Ruling.Fails(source.id(), "its evaluation ended with " + with);
    }

    private static Ruling tooCostly(TenantSet.Rule source) {
        return new Ruling.Fails(source.id(), "it costs too much on this instruction");
    }
}
