package dev.wingman.claimlogger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Topic;

class SettingsTest {

    @Test
    void defaultsAreSafe() {
        var settings = new SmallRyeConfigBuilder().withMapping(ClaimLoggerSettings.class).build()
                .getConfigMapping(ClaimLoggerSettings.class);

        assertThat(settings.claimBytes()).isEqualTo(65_536);
        assertThat(settings.promisedAtOnce()).isEqualTo(256);
        assertThat(settings.exportPage()).isEqualTo(512);
    }

    @Test
    void theLedgerReadsEveryTopic() throws IOException {
        var properties = new Properties();
        try (var in = ClaimLoggerSettings.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }

        assertThat(properties.getProperty("mp.messaging.incoming.ledger-in.topics").split(","))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new));
    }
}
