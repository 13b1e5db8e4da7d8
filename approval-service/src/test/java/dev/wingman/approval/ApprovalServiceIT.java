package dev.wingman.approval;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class ApprovalServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void isReadyOnceBrokerDatabaseAndStateAreKnown() {
        awaitReadiness(200);
    }

    @Test
    void isNotReadyWhileTheDatabaseIsAway() {
        awaitReadiness(200);

        Parts.postgres().kill();
        awaitReadiness(503);

        Parts.postgres().start();
        awaitReadiness(200);
    }

    @Test
    void isNotReadyWhileTheBrokerIsAwayAndTakesNobodysWordMeanwhile() {
        awaitReadiness(200);

        Parts.broker().kill();
        awaitReadiness(503);
        given().auth().oauth2(Tokens.operator("acme", "ada").jwt()).get("/v1/whoami").then().statusCode(503)
                .header("Retry-After", "1");

        Parts.broker().start();
        awaitReadiness(200);
    }

    @Test
    void answersNobodyWithoutAToken() {
        given().get("/v1/whoami").then().statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer").body("status", equalTo(401));
    }

    @Test
    void believesNoTokenThatSomebodyElseSigned() {
        given().auth().oauth2(Tokens.operator("acme", "ada").forged()).get("/v1/whoami").then().statusCode(401);
    }

    private static void awaitReadiness(int status) {
        await().atMost(PATIENCE).untilAsserted(() -> given().baseUri("http://127.0.0.1:" + managementPort())
                .get("/q/health/ready").then().statusCode(status));
    }

    private static String managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class);
    }
}
