package dev.wingman.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wingman.local.testing.Parts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class ApprovalServiceIT {

    @Test
    void isReadyOnceBrokerDatabaseAndStateAreKnown() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ready()).isEqualTo(200));
    }

    @Test
    void answersNobodyWithoutAToken() {
        given().get("/v1/whoami").then().statusCode(401).contentType("application/problem+json");
    }

    private static int ready() {
        return given().port(io.restassured.RestAssured.port).get("/v1/whoami").statusCode() == 401 ? managementReady() : 0;
    }

    private static int managementReady() {
        return given().baseUri("http://127.0.0.1:" + org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("quarkus.management.test-port", String.class)).get("/q/health/ready").statusCode();
    }
}
