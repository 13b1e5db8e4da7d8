package dev.wingman.claimlogger;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;

@QuarkusTest
@TestProfile(CrowdedIT.Full.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "claim-logger-service"))
class CrowdedIT {

    /// A replica that works on as many calls as it may.
    public static final class Full implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wingman.limits.in-flight", "0");
        }
    }

    @Test
    void tellsAClaimToComeAgainAndTakesNothingOfIt() {
        var stage = Stage.open();

        stage.worker("coder-1").contentType(ContentType.JSON).body(Map.of("statement", "done")).post("/v1/claims")
                .then()
                .statusCode(503).contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("type", equalTo("urn:wingman:problem:unavailable"));

        stage.worker("coder-1").get("/v1/claims").then().statusCode(200).body("items", empty());
    }
}
