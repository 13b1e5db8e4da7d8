package dev.wingman.gatekeeper.domain.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Violation;

/// What follows from all that a tenant's rules say. It can only get stricter.
public record Rulings(List<Ruling> all) {

    public Rulings {
        all = List.copyOf(all);
    }

    /// Why the instruction is refused.
    ///
    /// @param pointer of the instruction as a whole
    public List<Violation> violations(String pointer) {
        return all.stream().flatMap(ruling -> violation(ruling, pointer).stream()).toList();
    }

    public boolean asksHumans() {
        return holding(Effect.REQUIRE_APPROVAL).findAny().isPresent();
    }

    public Risk raised(Risk risk) {
        var risks = new java.util.ArrayList<>(List.of(risk));
        holding(Effect.RAISE_RISK_TO_HIGH).map(_ -> Risk.HIGH).forEach(risks::add);
        holding(Effect.RAISE_RISK_TO_CRITICAL).map(_ -> Risk.CRITICAL).forEach(risks::add);
        return Collections.max(risks);
    }

    /// The ids of the rules that hold and let pass: they stand on the record of what they tightened.
    public List<String> tightening() {
        return Stream.of(Effect.values()).filter(effect -> effect != Effect.DENY).flatMap(this::holding)
                .map(Ruling::rule).sorted().toList();
    }

    private Stream<Ruling.Holds> holding(Effect effect) {
        return all.stream().filter(Ruling.Holds.class::isInstance).map(Ruling.Holds.class::cast)
                .filter(holds -> holds.effect() == effect);
    }

    private static Optional<Violation> violation(Ruling ruling, String pointer) {
        return switch (ruling) {
            case Ruling.Fails(var rule, var why) -> Optional.of(new Violation("policy/" + rule + "-failed", pointer,
                    "The tenant's rule " + rule + " cannot be judged, and so it denies: " + why
                            + ". An admin of the tenant mends the rule."));
            case Ruling.Holds(var rule, var effect, var message) -> effect == Effect.DENY
                    ? Optional.of(new Violation("policy/" + rule, pointer,
                            message.orElse("The tenant's rule " + rule + " denies this. Ask an admin of the tenant.")))
                    : Optional.empty();
        };
    }
}
