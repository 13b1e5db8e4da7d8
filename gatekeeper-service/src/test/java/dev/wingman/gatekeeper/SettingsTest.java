package dev.wingman.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.wingman.contracts.Tier;
import dev.wingman.platform.limits.LimitSettings;

class SettingsTest {

    @Test
    void takesAQuarterOfAMegabyteUnlessToldOtherwise() {
        assertThat(settings(GatekeeperSettings.class).bodyAtMost()).isEqualTo(262_144);
    }

    @Test
    void worksOnAFewHundredCallsAtATimeAndKeepsHalfForTheOthers() {
        var limits = settings(LimitSettings.class);

        assertThat(limits.inFlight()).isEqualTo(512);
        assertThat(limits.inFlightOfTenant()).isEqualTo(256);
    }

    @Test
    void letsAnAdminChangeFiveEntriesASecond() {
        assertThat(settings(LimitSettings.class).registryPerMinute()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"ENTERPRISE, 1200, 24000", "STANDARD, 600, 6000", "BASIC, 300, 1500"})
    void givesEachTierItsCallsAMinute(Tier tier, int worker, int tenant) {
        var limits = settings(LimitSettings.class).of(tier);

        assertThat(limits.workerPerMinute()).isEqualTo(worker);
        assertThat(limits.tenantPerMinute()).isEqualTo(tenant);
    }

    private static <T> T settings(Class<T> mapping) {
        return new SmallRyeConfigBuilder().withMapping(mapping).build().getConfigMapping(mapping);
    }
}
