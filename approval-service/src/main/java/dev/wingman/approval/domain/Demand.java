package dev.wingman.approval.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;

/// How many humans must say yes, and how long one may ask: the tier's table, which a tenant may tighten and never loosen.
///
/// @param quorum 0 where the policy itself decides
/// @param lasts absent for what never expires
public record Demand(int quorum, Optional<Duration> lasts) {

    /// A voice's place here is the number of humans that it asks for.
    private static final List<String> VOICES = List.of("policy", "one", "two");

    /// What the table says of this.
    ///
    /// @param byPolicy whether the gate found that the policy may decide this alone; ever only a command or an instruction
    public static Demand of(Asked asked, Risk risk, TenantSet tenant, boolean byPolicy) {
        var lasts = lasts(tenant);
        return switch (asked) {
            case STAGE -> new Demand(humans(risk, tenant), Optional.of(lasts));
            case RECOVER -> new Demand(humans(Risk.HIGH, tenant), Optional.empty());
            case RELEASE -> new Demand(humans(Risk.HIGH, tenant), Optional.of(lasts));
            case COMMAND, INSTRUCTION ->
                new Demand(byPolicy ? voices(risk, tenant) : humans(risk, tenant), Optional.of(lasts));
        };
    }

    private static int humans(Risk risk, TenantSet tenant) {
        return Math.max(1, voices(risk, tenant));
    }

    private static int voices(Risk risk, TenantSet tenant) {
        var approvals = tenant.policy().approvals();
        var asked = switch (risk) {
            case LOW -> approvals.low();
            case MEDIUM, HIGH -> approvals.high();
            case CRITICAL -> approvals.critical();
        };
        return Math.max(floor(tenant.tier(), risk), asked.map(VOICES::indexOf).orElse(0));
    }

    /// Medium stands in the row of high: in doubt a human is asked. A release, and a recovery, too.
    private static int floor(Tier tier, Risk risk) {
        return switch (risk) {
            case LOW -> tier == Tier.ENTERPRISE ? 1 : 0;
            case MEDIUM, HIGH -> tier == Tier.ENTERPRISE ? 2 : 1;
            case CRITICAL -> tier == Tier.BASIC ? 1 : 2;
        };
    }

    private static Duration lasts(TenantSet tenant) {
        var longest = switch (tenant.tier()) {
            case ENTERPRISE -> Duration.ofMinutes(15);
            case STANDARD -> Duration.ofMinutes(30);
            case BASIC -> Duration.ofMinutes(60);
        };
        return tenant.policy().approvals().expiresAfter()
                .filter(asked -> asked.isPositive() && asked.compareTo(longest) < 0).orElse(longest);
    }
}
