package dev.wingman.claimlogger;

import static dev.wingman.claimlogger.Stage.PATIENCE;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Service;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.local.testing.Parts;

@QuarkusTest
@TestProfile(RateLimitIT.Few.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "claim-logger-service"))
@SuppressWarnings("NullAway.Init")
class RateLimitIT {

    /// Quotas that a test can use up: a call comes back after six seconds, so that none does between two calls of a test.
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wingman.limits.standard.worker-per-minute", "10",
                    "wingman.limits.standard.tenant-per-minute", "15");
        }
    }

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open();
    }

    @Test
    void tellsAWorkerThatClaimsTooOftenToWaitBeforeItReadsWhatHeSays() {
        for (var call = 0; call < 10; call++) {
            stage.claim("coder-1", "done");
        }

        post("coder-1", "{").then().statusCode(429).contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-6]"))
                .body("type", equalTo("urn:wingman:problem:too-many-requests"));
        stage.claim("coder-2", "done");
    }

    @Test
    void letsWhoMustWaitReadWhatHeClaimed() {
        for (var call = 0; call < 10; call++) {
            stage.claim("coder-1", "done");
        }

        post("coder-1", "{}").then().statusCode(429);
        await().atMost(PATIENCE).untilAsserted(() -> stage.worker("coder-1").get("/v1/claims").then()
                .statusCode(200).body("items", hasSize(10)));
    }

    @Test
    void holdsATenantsWorkersTogetherAndNoOtherTenant() {
        for (var call = 0; call < 15; call++) {
            stage.claim("coder-" + call, "done");
        }

        post("coder-99", "{}").then().statusCode(429);
        Stage.open().claim("coder-99", "done");
    }

    @Test
    void takesATenantsOwnLimitOfClaimsAndNotItsLimitOfInstructions() {
        stage.send(Service.GATEKEEPER, new TenantSet(stage.tenant(), Tier.STANDARD, TenantSet.Status.ACTIVE, 2,
                List.of(), List.of(), List.of(), List.of(), new TenantSet.Policy(TenantSet.Policy.ofTier().approvals(),
                        Optional.empty(), Optional.empty(), List.of(), Optional.of(new TenantSet.RateLimits(
                                Optional.of(1), Optional.of(1), Optional.of(3), Optional.of(9_999)))),
                Optional.empty()));
        await().atMost(PATIENCE).until(
                () -> stage.sre().get("/v1/whoami").then().extract().<Integer>path("registry_version") == 2);

        for (var call = 0; call < 3; call++) {
            stage.claim("coder-1", "done");
        }

        post("coder-1", "{}").then().statusCode(429);
    }

    @Test
    void knowsWhoCallsBeforeItCounts() {
        for (var call = 0; call < 20; call++) {
            stage.operator().contentType(ContentType.JSON).body("{}").post("/v1/claims").then().statusCode(403);
        }

        stage.claim("coder-1", "done");
    }

    private Response post(String worker, String body) {
        return stage.worker(worker).contentType(ContentType.JSON).body(body).post("/v1/claims");
    }
}
