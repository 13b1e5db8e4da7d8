package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.as;
import static dev.wingman.gatekeeper.Calls.entry;
import static dev.wingman.gatekeeper.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Topic;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class RegistryIT {

    private static final String KEY = "AKIA" + "Q7RZLM4TWVX2NHYB";

    @Test
    void putsAnEntryInTheTableAndSignedOnTheTopic() {
        Calls.register("initech");

        as(Calls.ours()).get("/v1/tenants/initech").then().statusCode(200).header("ETag", "\"1\"")
                .body("tier", equalTo("standard")).body("version", equalTo(1));
        var event = Topics.await(Topic.TENANTS.topicName(), Calls.SOON, raw -> "initech".equals(raw.key()));
        assertThat(event.header("ce_type")).isEqualTo("tenant-set");
        assertThat(event.header("ce_signature")).isNotEmpty();
    }

    @Test
    void changesAnEntryOnlyForWhoSawItsVersion() {
        Calls.register("hooli");
        var path = "/v1/tenants/hooli";

        json(Calls.ours()).body(entry("hooli")).put(path).then().statusCode(428);
        json(Calls.ours()).header("If-None-Match", "*").body(entry("hooli")).put(path).then().statusCode(412);
        json(Calls.ours()).header("If-Match", "\"7\"").body(entry("hooli")).put(path).then().statusCode(412);
        json(Calls.ours()).header("If-Match", "\"1\"").body(entry("hooli")).put(path).then().statusCode(200)
                .header("ETag", "\"2\"");
        json(Calls.ours()).header("If-Match", "\"1\"").body(entry("hooli")).put(path).then().statusCode(412);
        json(Calls.ours()).header("If-Match", "\"1\"").body(entry("unborn")).put("/v1/tenants/unborn").then()
                .statusCode(412);
    }

    @Test
    void takesBackWhatItGave() {
        Calls.register("roundtrip");
        var given = as(Calls.ours()).get("/v1/tenants/roundtrip");

        json(Calls.ours()).header("If-Match", given.header("ETag")).body(given.asString())
                .put("/v1/tenants/roundtrip").then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void keepsTheNameThatPeopleCallATenantBy() {
        Calls.register("cyberdyne");
        var named = new HashMap<>(entry("cyberdyne"));
        named.put("name", "Cyberdyne Systems");

        json(Tokens.admin("cyberdyne", "ada")).header("If-Match", "\"1\"").body(named).put("/v1/tenants/cyberdyne")
                .then()
                .statusCode(200).body("name", equalTo("Cyberdyne Systems"));

        as(Calls.ours()).get("/v1/tenants/cyberdyne").then().body("name", equalTo("Cyberdyne Systems"));
        Topics.await(Topic.TENANTS.topicName(), Calls.SOON,
                raw -> "cyberdyne".equals(raw.key()) && raw.text().contains("\"name\":\"Cyberdyne Systems\""));
        named.put("name", KEY);
        json(Calls.ours()).header("If-Match", "\"2\"").body(named).put("/v1/tenants/cyberdyne").then().statusCode(422)
                .body("violations.pointer", equalTo(List.of("/name"))).body(not(containsString(KEY)));
    }

    @Test
    void letsATenantsAdminChangeHisOwnButNeitherTierNorStatusNorOthers() {
        Calls.register("umbrella");
        var admin = Tokens.admin("umbrella", "ada");
        var changed = new HashMap<>(entry("umbrella"));
        changed.put("chats", List.of(-42));

        json(admin).header("If-Match", "\"1\"").body(changed).put("/v1/tenants/umbrella").then().statusCode(200);
        changed.put("tier", "basic");
        json(admin).header("If-Match", "\"2\"").body(changed).put("/v1/tenants/umbrella").then().statusCode(403);
        changed.put("tier", "standard");
        changed.put("status", "suspended");
        json(admin).header("If-Match", "\"2\"").body(changed).put("/v1/tenants/umbrella").then().statusCode(403);
        json(admin).body(entry("fresh")).put("/v1/tenants/fresh").then().statusCode(404);
        as(admin).get("/v1/tenants/wingman").then().statusCode(404);
        as(Tokens.operator("umbrella", "olga")).get("/v1/tenants/umbrella").then().statusCode(403);
    }

    @Test
    void letsATenantsAdminGiveUpWhatItReachesAndTakeNothing() {
        Calls.register("soylent");
        var admin = Tokens.admin("soylent", "ada");
        var site = Map.of("name", "local", "roots", List.of("/srv"), "containers", List.of("green"), "default", true);
        var ours = new HashMap<>(entry("soylent"));
        ours.put("sites", List.of(site));
        json(Calls.ours()).header("If-Match", "\"1\"").body(ours).put("/v1/tenants/soylent").then().statusCode(200);

        for (var wider : List.of(Map.of("containers", List.of("green", "others-db")),
                Map.of("roots", List.of("/srv", "/home")),
                Map.of("hosts", List.of("db:5432")), Map.of("projects", List.of("shop")), Map.of("name", "other"))) {
            var asked = new HashMap<String, Object>(site);
            asked.putAll(wider);
            ours.put("sites", List.of(asked));
            json(admin).header("If-Match", "\"2\"").body(ours).put("/v1/tenants/soylent").then().statusCode(403);
        }
        ours.put("sites", List.of(Map.of("name", "local", "roots", List.of("/srv"), "default", true)));
        json(admin).header("If-Match", "\"2\"").body(ours).put("/v1/tenants/soylent").then().statusCode(200);
    }

    @Test
    void namesAllThatIsWrongWithAnEntry() {
        var bad = Map.of("tenant_id", "other", "workers", List.of(Map.of("worker", "w")));

        json(Calls.ours()).body(bad).put("/v1/tenants/vague").then().statusCode(422).body("violations.rule",
                hasItems("tenant/id-differs", "tenant/tier-missing", "tenant/owner-missing"));
        json(Calls.ours()).body(Map.of("tenant_id", "wingman", "tier", "basic")).put("/v1/tenants/wingman").then()
                .statusCode(422).body("violations.rule", hasItems("tenant/reserved"));
        json(Calls.ours()).body(Map.of("tenant_id", "vague", "owner", "me")).put("/v1/tenants/vague").then()
                .statusCode(400).body("violations.pointer", equalTo(List.of("/owner", "/tier")));
    }

    @Test
    void namesFaultsOfFormAndOfRulesTogether() {
        var worker = Map.of("worker", "NOT AN ID", "owner", "olga");
        var rules = List.of(Map.of("id", "a", "cel", "titel == 'x'", "effect", "allow"));
        var bad = new HashMap<String, Object>(Map.of("tenant_id", "shapeless", "tier", "standard", "owner", "me",
                "chats", List.of("none"), "workers", List.of(worker), "policy", Map.of("rules", rules)));

        json(Calls.ours()).body(bad).put("/v1/tenants/shapeless").then().statusCode(400).body("violations.pointer",
                containsInAnyOrder("/owner", "/chats/0", "/workers/0/worker", "/policy/rules/0/effect",
                        "/policy/rules/0/cel"));
        bad.remove("owner");
        bad.remove("chats");
        bad.remove("workers");
        json(Calls.ours()).body(bad).put("/v1/tenants/shapeless").then().statusCode(422).body("violations.pointer",
                containsInAnyOrder("/policy/rules/0/effect", "/policy/rules/0/cel"));
    }

    @Test
    void stopsASuspendedTenantAtOnce() {
        Calls.register("weyland");
        var suspended = new HashMap<>(entry("weyland"));
        suspended.put("status", "suspended");

        json(Calls.ours()).header("If-Match", "\"1\"").body(suspended).put("/v1/tenants/weyland").then()
                .statusCode(200);

        await().atMost(Calls.SOON).untilAsserted(
                () -> Calls.submit(Tokens.worker("weyland", "coder-1"), Calls.instruction()).then().statusCode(403));
    }
}
