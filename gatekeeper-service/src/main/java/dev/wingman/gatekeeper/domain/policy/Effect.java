package dev.wingman.gatekeeper.domain.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a rule does where it holds. Each tightens: none exists that could loosen anything.
public enum Effect {

    /// The instruction is refused.
    DENY("deny"),
    /// Humans are asked, also where the policy would have decided alone.
    REQUIRE_APPROVAL("require-approval"),
    /// The risk is high at least.
    RAISE_RISK_TO_HIGH("raise-risk-to-high"),
    /// The risk is critical.
    RAISE_RISK_TO_CRITICAL("raise-risk-to-critical");

    private final String wireName;

    Effect(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<Effect> named(String name) {
        return Arrays.stream(values()).filter(effect -> effect.wireName.equals(name)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(effect -> effect.wireName).toList();
    }
}
