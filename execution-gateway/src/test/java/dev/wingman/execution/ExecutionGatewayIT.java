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

import dev.wingman.contracts.StageRefused;
import dev.wingman.local.testing.Parts;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class ExecutionGatewayIT {

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    ExecutionSettings settings;

    @Test
    void isReadyOnceBrokerDatabaseAndStateAreKnown() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(health.getReadiness().isDown()).isFalse());
    }

    @Test
    void refusesADrillWithoutAnEngineAndStaysHealthy() {
        var scene = Scene.owning("web");

        var refused = scene.refused(scene.instruct("web"));

        assertThat(refused.reason()).isEqualTo(StageRefused.Reason.ENGINE);
        assertThat(health.getReadiness().isDown()).isFalse();
    }

    @Test
    void statesItsDefaults() {
        assertThat(settings.dockerHost()).isEmpty();
        assertThat(settings.definitionKey()).isEmpty();
        assertThat(settings.stopWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.serveWithin()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.callAtMost()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.silentAtMost()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.observeEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.stepsAtOnce()).isEqualTo(16);
        assertThat(settings.stepsAtOnceOfATenant()).isEqualTo(4);
    }

    @Test
    void offersNoApi() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.host-enabled", Boolean.class)).isFalse();
    }
}
