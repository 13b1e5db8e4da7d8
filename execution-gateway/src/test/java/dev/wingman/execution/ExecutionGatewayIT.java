package dev.wingman.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class ExecutionGatewayIT {

    @Inject
    SmallRyeHealthReporter health;

    @Test
    void isReadyOnceBrokerDatabaseAndStateAreKnown() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(health.getReadiness().isDown()).isFalse());
    }

    @Test
    void offersNoApi() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.host-enabled", Boolean.class)).isFalse();
    }
}
