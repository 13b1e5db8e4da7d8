package dev.wingman.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;

class DemandTest {

    @ParameterizedTest
    @CsvSource({"ENTERPRISE,LOW,1,15", "ENTERPRISE,MEDIUM,2,15", "ENTERPRISE,HIGH,2,15", "ENTERPRISE,CRITICAL,2,15",
            "STANDARD,LOW,0,30", "STANDARD,MEDIUM,1,30", "STANDARD,HIGH,1,30", "STANDARD,CRITICAL,2,30",
            "BASIC,LOW,0,60", "BASIC,MEDIUM,1,60", "BASIC,HIGH,1,60", "BASIC,CRITICAL,1,60"})
    void followsTheTableOfTheTiers(Tier tier, Risk risk, int quorum, int minutes) {
        var demand = Demand.of(Asked.COMMAND, risk, of(tier), true);

        assertThat(demand.quorum()).isEqualTo(quorum);
        assertThat(demand.lasts()).contains(Duration.ofMinutes(minutes));
    }

    @Test
    void neverLetsThePolicyDecideAStage() {
        assertThat(Demand.of(Asked.STAGE, Risk.LOW, of(Tier.BASIC), true).quorum()).isEqualTo(1);
    }

    @Test
    void asksAHumanWhereTheGateAskedForOne() {
        assertThat(Demand.of(Asked.COMMAND, Risk.LOW, of(Tier.BASIC), false).quorum()).isEqualTo(1);
    }

    @Test
    void asksHumansThoughTheGateSawThePolicyDecideOnceTheTenantTightened() {
        var tightened = Table.registry(Tier.BASIC, Table.policy("two", "two", "two", Duration.ofMinutes(5)));

        assertThat(Demand.of(Asked.COMMAND, Risk.LOW, tightened, true).quorum()).isEqualTo(2);
    }

    @Test
    void letsATenantTightenAndNeverLoosen() {
        var tight = Table.registry(Tier.STANDARD, Table.policy("one", "two", "two", Duration.ofMinutes(5)));
        var loose = Table.registry(Tier.ENTERPRISE, Table.policy("policy", "one", "policy", Duration.ofHours(9)));
        var nonsense = Table.registry(Tier.ENTERPRISE, Table.policy("?", "?", "?", Duration.ofMinutes(-1)));

        assertThat(Demand.of(Asked.STAGE, Risk.HIGH, tight, false))
                .isEqualTo(new Demand(2, java.util.Optional.of(Duration.ofMinutes(5))));
        assertThat(Demand.of(Asked.STAGE, Risk.CRITICAL, loose, false))
                .isEqualTo(new Demand(2, java.util.Optional.of(Duration.ofMinutes(15))));
        assertThat(Demand.of(Asked.STAGE, Risk.HIGH, nonsense, false))
                .isEqualTo(new Demand(2, java.util.Optional.of(Duration.ofMinutes(15))));
    }

    @Test
    void asksForAReleaseAsTheTierDemands() {
        assertThat(Demand.of(Asked.RELEASE, Risk.HIGH, of(Tier.ENTERPRISE), false).quorum()).isEqualTo(2);
        assertThat(Demand.of(Asked.RELEASE, Risk.HIGH, of(Tier.STANDARD), false).quorum()).isEqualTo(1);
        assertThat(Demand.of(Asked.RELEASE, Risk.HIGH, of(Tier.BASIC), false).quorum()).isEqualTo(1);
    }

    @Test
    void asksForARecoveryAsForHighRiskAndForEver() {
        assertThat(Demand.of(Asked.RECOVER, Risk.CRITICAL, of(Tier.STANDARD), false))
                .isEqualTo(new Demand(1, java.util.Optional.empty()));
    }

    private static TenantSet of(Tier tier) {
        return Table.registry(tier, TenantSet.Policy.ofTier());
    }
}
