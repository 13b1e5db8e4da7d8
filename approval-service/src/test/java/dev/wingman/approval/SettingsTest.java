package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import io.smallrye.config.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void defaultsAreSafe() {
        var settings = new SmallRyeConfigBuilder().withMapping(ApprovalSettings.class).build()
                .getConfigMapping(ApprovalSettings.class);

        assertThat(settings.looksEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.escalatesEvery()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.linkCodeLives()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.waitsAtMost()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.secondFactorKey().map(Secret::get)).isEmpty();
    }
}
