package dev.wingman.gatekeeper.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;

/// Whose yes an instruction needs: the tier's table, which a tenant may tighten and never loosen.
final class Yes {

    static final List<String> VOICES = TenantSet.Approvals.VOICES;

    private Yes() {}

    static ApprovalNeed needed(Action action, Risk risk, TenantSet tenant) {
        if (risk != Risk.LOW || !"policy".equals(voices(Risk.LOW, tenant))) {
            return ApprovalNeed.REQUIRED;
        }
        return switch (action) {
            case Action.None _ -> ApprovalNeed.NONE;
            case Action.Command _ -> ApprovalNeed.AUTO;
            case Action.Drill _ -> ApprovalNeed.REQUIRED;
        };
    }

    private static String voices(Risk risk, TenantSet tenant) {
        var floor = floor(tenant.tier(), risk);
        return asked(risk, tenant.policy().approvals()).filter(asked -> isAtLeast(asked, floor)).orElse(floor);
    }

    static Optional<String> asked(Risk risk, TenantSet.Approvals approvals) {
        return switch (risk) {
            case LOW -> approvals.low();
            case MEDIUM, HIGH -> approvals.high();
            case CRITICAL -> approvals.critical();
        };
    }

    /// Medium stands in the row of high: in doubt a human is asked.
    static String floor(Tier tier, Risk risk) {
        return switch (risk) {
            case LOW -> tier == Tier.ENTERPRISE ? "one" : "policy";
            case MEDIUM, HIGH -> tier == Tier.ENTERPRISE ? "two" : "one";
            case CRITICAL -> tier == Tier.BASIC ? "one" : "two";
        };
    }

    static boolean isAtLeast(String asked, String floor) {
        return VOICES.indexOf(asked) >= VOICES.indexOf(floor);
    }

    static Duration longest(Tier tier) {
        return switch (tier) {
            case ENTERPRISE -> Duration.ofMinutes(15);
            case STANDARD -> Duration.ofMinutes(30);
            case BASIC -> Duration.ofMinutes(60);
        };
    }

    static int unverifiableAtMost(Tier tier) {
        return switch (tier) {
            case ENTERPRISE -> 3;
            case STANDARD -> 5;
            case BASIC -> 10;
        };
    }
}
