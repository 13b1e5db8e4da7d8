package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.as;
import static dev.wingman.gatekeeper.Calls.instruction;
import static dev.wingman.gatekeeper.Calls.json;
import static dev.wingman.gatekeeper.Calls.submit;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Topic;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class PolicyIT {

    private static final String KEY = "AKIA" + "Q7RZLM4TWVX2NHYB";

    private record Rule(String id, String cel, String effect, String message) {
        Rule(String id, String cel, String effect) {
            this(id, cel, effect, "Ask an admin.");
        }
    }

    @Test
    void deniesByATenantsRuleAndTellsTheSameInADryRun() {
        var coder = tenantWith("ruled-umbrella", new Rule("no-exports", "title.contains('Export')", "deny",
                "Exports go through the data office."));

        submit(coder, instruction()).then().statusCode(422)
                .body("violations.rule", equalTo(List.of("policy/no-exports")))
                .body("violations.message", equalTo(List.of("Exports go through the data office.")));
        json(coder).body(instruction()).post("/v1/instructions/check").then().statusCode(200)
                .body("accepted", equalTo(false)).body("violations.rule", equalTo(List.of("policy/no-exports")));
        submit(coder, instruction("title", "Count the orders")).then().statusCode(202);
        submit(Tokens.worker("ruled-umbrella", "coder-2"), instruction()).then().statusCode(422);
    }

    @Test
    void asksHumansByATenantsRuleAndHasTheRuleOnTheRecord() {
        var coder = tenantWith("ruled-cyberdyne",
                new Rule("eyes", "owner == 'olga'", "require-approval"),
                new Rule("far", "argv.exists(a, a == '--prod')", "raise-risk-to-critical"));

        var id = submit(coder, instruction()).then().statusCode(202).body("risk", equalTo("low"))
                .body("approval", equalTo("REQUIRED")).body("policy_rules", equalTo(List.of("eyes"))).extract()
                .<String>path("instruction_id");
        var event = Topics.await(Topic.INSTRUCTIONS.topicName(), Calls.SOON,
                raw -> raw.header("ce_subject").equals(id));
        assertThat(event.text()).contains("\"policy_rules\":[\"eyes\"]");
        submit(coder,
                instruction("action", Map.of("type", "command", "argv", List.of("make", "--prod"), "cwd", "/srv")))
                .then().statusCode(202).body("risk", equalTo("critical"))
                .body("policy_rules", equalTo(List.of("eyes", "far")));
    }

    @Test
    void deniesWhereARuleCannotBeJudged() {
        var coder = tenantWith("ruled-tyrell", new Rule("odd", "argv[0] == 'rm'", "deny"));

        submit(coder, instruction()).then().statusCode(422)
                .body("violations.rule", equalTo(List.of("policy/odd-failed")));
    }

    @Test
    void followsANewVersionOfTheRulesAndBindsIt() {
        var coder = tenantWith("ruled-oscorp", new Rule("a", "false", "deny"));
        submit(coder, instruction()).then().statusCode(202);

        set("ruled-oscorp", new Rule("a", "true", "deny")).statusCode(200);

        await().atMost(Calls.SOON).untilAsserted(() -> submit(coder, instruction()).then().statusCode(422));
    }

    @Test
    void refusesRulesThatDoNotCompileWithPlaceAndReason() {
        Calls.register("ruled-initech");

        set("ruled-initech", new Rule("a", "true", "deny"),
                new Rule("b", "titel ==\n 3", "deny")).statusCode(422)
                .body("violations.rule", hasItem("policy/rule-does-not-compile"))
                .body("violations.pointer", equalTo(List.of("/policy/rules/1/cel")))
                .body("violations.message", hasItem(containsString("1:1: undeclared reference to 'titel'")));
        set("ruled-initech", new Rule("a", "true", "allow")).statusCode(422)
                .body("violations.pointer", equalTo(List.of("/policy/rules/0/effect")));
        var entry = entryWith("ruled-initech");
        entry.put("policy",
                Map.of("rules", List.of(Map.of("id", "a", "cel", "true", "effect", "deny", "when", "now"))));
        json(Calls.ours()).header("If-Match", "\"1\"").body(entry).put("/v1/tenants/ruled-initech").then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/policy/rules/0/when")));
    }

    @Test
    void echoesNoSecretOfARule() {
        Calls.register("ruled-lexcorp");

        set("ruled-lexcorp", new Rule("a", "title == \"" + KEY, "deny")).statusCode(422)
                .body("violations.pointer", hasItem("/policy/rules/0/cel")).body(not(containsString(KEY)));
    }

    @Test
    void letsADocumentedSampleOfTheTenantThrough() throws Exception {
        Calls.register("ruled-hooli");
        var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(US_ASCII)));
        var coder = Tokens.worker("ruled-hooli", "coder-1");
        submit(coder, instruction("deliverables", "The page that shows " + KEY)).then().statusCode(422);
        var entry = entryWith("ruled-hooli");
        entry.put("policy", Map.of("documented_samples",
                List.of(Map.of("sha256", digest, "source", "https://docs.example/keys"))));

        json(Calls.ours()).header("If-Match", "\"1\"").body(entry).put("/v1/tenants/ruled-hooli").then().statusCode(200)
                .body("policy.documented_samples.sha256", equalTo(List.of(digest)));

        await().atMost(Calls.SOON).untilAsserted(
                () -> submit(coder, instruction("deliverables", "The page that shows " + KEY)).then().statusCode(202));
    }

    @Test
    void hasOnTheRecordWhoSetAnEntry() {
        Calls.register("ruled-soylent");

        var event = Topics.await(Topic.TENANTS.topicName(), Calls.SOON, raw -> "ruled-soylent".equals(raw.key()));

        assertThat(event.text()).contains("\"set_by\":{\"tenant_id\":\"wingman\",\"subject\":\"root\"}");
        var forged = entryWith("ruled-soylent");
        forged.put("set_by", Map.of("tenant_id", "wingman", "subject", "root"));
        json(Tokens.admin("ruled-soylent", "mallory")).header("If-Match", "\"1\"").body(forged)
                .put("/v1/tenants/ruled-soylent")
                .then().statusCode(200).body("set_by.tenant_id", equalTo("ruled-soylent"))
                .body("set_by.subject", equalTo("mallory"));
        as(Calls.ours()).get("/v1/tenants/ruled-soylent").then().body("set_by.subject", equalTo("mallory"));
    }

    private static Tokens tenantWith(String tenant, Rule... rules) {
        Calls.register(tenant);
        set(tenant, rules).statusCode(200);
        var coder = Tokens.worker(tenant, "coder-1");
        await().atMost(Calls.SOON).until(
                () -> as(coder).get("/v1/whoami").then().extract().<Integer>path("registry_version") == 2);
        return coder;
    }

    private static ValidatableResponse set(String tenant, Rule... rules) {
        var current = as(Calls.ours()).get("/v1/tenants/" + tenant).then().extract().<Integer>path("version");
        return json(Calls.ours()).header("If-Match", "\"" + current + "\"").body(entryWith(tenant, rules))
                .put("/v1/tenants/" + tenant).then();
    }

    private static Map<String, Object> entryWith(String tenant, Rule... rules) {
        var entry = new LinkedHashMap<>(Calls.entry(tenant));
        entry.put("policy", Map.of("rules", List.of(rules)));
        return entry;
    }
}
