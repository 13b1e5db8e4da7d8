package dev.wingman.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@QuarkusTestResource(ManagementPort.class)
class ExecutionGatewayIT {

    @Test
    void isReadyWithAManagementPortAlone() {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> given().baseUri("http://127.0.0.1:" + port).get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void offersNoApi() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.host-enabled", Boolean.class)).isFalse();
    }
}
