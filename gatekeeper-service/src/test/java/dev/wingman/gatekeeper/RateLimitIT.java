package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.as;
import static dev.wingman.gatekeeper.Calls.instruction;
import static dev.wingman.gatekeeper.Calls.json;
import static dev.wingman.gatekeeper.Calls.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@TestProfile(RateLimitIT.Few.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class RateLimitIT {

    /// An admin of its own: what it spends of so small a quota stays spent in Redis, and is nobody else's.
    private static final Tokens ROOT = Tokens.admin("wingman", "root-of-the-few");

    /// Quotas that a test can use up: a call comes back after six seconds, so that none does between two calls of a test.
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wingman.limits.standard.worker-per-minute", "10",
                    "wingman.limits.standard.tenant-per-minute", "15", "wingman.limits.registry-per-minute", "20");
        }
    }

    @Test
    void tellsAWorkerThatCallsTooOftenToWait() {
        Calls.register(ROOT, "hooli-loud");
        var loud = Tokens.worker("hooli-loud", "coder-1");
        for (var call = 0; call < 5; call++) {
            submit(loud, instruction()).then().statusCode(202);
            json(loud).body(instruction()).post("/v1/instructions/check").then().statusCode(200);
        }

        refused(10, () -> submit(loud, instruction())).then().statusCode(429).contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-6]"))
                .body("type", equalTo("urn:wingman:problem:too-many-requests"));
        json(loud).body("{").post("/v1/instructions/check").then().statusCode(429);
        as(loud).get("/v1/whoami").then().statusCode(200);
        submit(Tokens.worker("hooli-loud", "coder-2"), instruction()).then().statusCode(202);
    }

    @Test
    void holdsATenantsWorkersTogetherAndNoOtherTenant() {
        Calls.register(ROOT, "pied-piper");
        Calls.register(ROOT, "aviato");
        for (var call = 0; call < 15; call++) {
            submit(Tokens.worker("pied-piper", "coder-" + call), instruction()).then().statusCode(202);
        }

        refused(15, () -> submit(Tokens.worker("pied-piper", "coder-99"), instruction())).then().statusCode(429);
        submit(Tokens.worker("aviato", "coder-1"), instruction()).then().statusCode(202);
    }

    @Test
    void takesATenantsOwnLimitWhereItIsTighter() {
        Calls.register(ROOT, "bachmanity");
        var entry = new LinkedHashMap<>(Calls.entry("bachmanity"));
        entry.put("policy", Map.of("rate_limits", Map.of("worker_per_minute", 2)));
        json(ROOT).header("If-Match", "\"1\"").body(entry).put("/v1/tenants/bachmanity").then().statusCode(200);
        var coder = Tokens.worker("bachmanity", "coder-1");
        await().atMost(Calls.SOON).until(
                () -> as(coder).get("/v1/whoami").then().extract().<Integer>path("registry_version") == 2);

        submit(coder, instruction()).then().statusCode(202);
        submit(coder, instruction()).then().statusCode(202);

        refused(2, () -> submit(coder, instruction())).then().statusCode(429);
    }

    @Test
    void countsByItselfWhileRedisIsAwayAndStopsNobodyWhoIsQuiet() {
        Calls.register(ROOT, "raviga");
        var loud = Tokens.worker("raviga", "coder-1");
        Parts.redis().kill();
        try {
            for (var call = 0; call < 10; call++) {
                submit(loud, instruction()).then().statusCode(202);
            }

            refused(10, () -> submit(loud, instruction())).then().statusCode(429);
            submit(Tokens.worker("raviga", "coder-2"), instruction()).then().statusCode(202);
        } finally {
            Parts.redis().start();
        }
        await().atMost(Calls.SOON).until(
                () -> submit(Tokens.worker("raviga", "coder-3"), instruction()).statusCode() == 202);
    }

    @Test
    void tellsAnAdminThatChangesEntriesTooOftenToWaitBeforeItReadsThem() {
        Calls.register(ROOT, "nucleus");
        for (var call = 0; call < 20; call++) {
            change(Tokens.admin("nucleus", "ada"), "nucleus", "{").then().statusCode(400);
        }

        refused(20, () -> change(Tokens.admin("nucleus", "ada"), "nucleus", "{")).then().statusCode(429)
                .contentType("application/problem+json").header("Retry-After", matchesPattern("[1-3]"));
        change(Tokens.admin("nucleus", "bob"), "nucleus", "{").then().statusCode(400);
        as(Tokens.admin("nucleus", "ada")).get("/v1/tenants/nucleus").then().statusCode(200);
        submit(Tokens.worker("nucleus", "ada"), instruction()).then().statusCode(202);
    }

    @Test
    void knowsWhoCallsBeforeItCounts() {
        Calls.register(ROOT, "endframe");
        for (var call = 0; call < 20; call++) {
            submit(Tokens.operator("endframe", "olga"), instruction()).then().statusCode(403);
        }

        submit(Tokens.worker("endframe", "coder-1"), instruction()).then().statusCode(202);
    }

    /// The first refusal. While Redis is slow the replica counts for itself, so that up to twice the quota may pass, never more.
    private static Response refused(int quota, Supplier<Response> call) {
        var answer = call.get();
        for (var more = 0; more < quota && answer.statusCode() != 429; more++) {
            answer = call.get();
        }
        return answer;
    }

    private static Response change(Tokens admin, String tenant, String entry) {
        return json(admin).body(entry).put("/v1/tenants/" + tenant);
    }
}
