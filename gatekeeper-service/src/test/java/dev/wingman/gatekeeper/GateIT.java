package dev.wingman.gatekeeper;

import static dev.wingman.gatekeeper.Calls.as;
import static dev.wingman.gatekeeper.Calls.instruction;
import static dev.wingman.gatekeeper.Calls.json;
import static dev.wingman.gatekeeper.Calls.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Topic;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "gatekeeper-service"))
class GateIT {

    private static final String KEY = "AKIA" + "Q7RZLM4TWVX2NHYB";
    private static final Tokens CODER = Tokens.worker("acme", "coder-1");
    private static boolean registered;

    @BeforeEach
    void register() {
        if (!registered) {
            Calls.register("acme");
            Calls.register("globex");
            registered = true;
        }
    }

    @Test
    void acceptsACompleteInstructionAndHasItOnItsTopic() {
        var id = submit(CODER, instruction()).then().statusCode(202).body("status", equalTo("ACCEPTED"))
                .body("risk", equalTo("low")).body("approval", equalTo("NONE")).body("criteria.total", equalTo(2))
                .body("criteria.verifiable", equalTo(1))
                .body("criteria.unverifiable", equalTo(List.of("/success_criteria/1")))
                .body("digest", containsString("sha256:")).extract()
                .<String>path("instruction_id");

        var event = Topics.await(Topic.INSTRUCTIONS.topicName(), Calls.SOON,
                raw -> raw.header("ce_subject").equals(id));

        assertThat(event.header("ce_type")).isEqualTo("instruction-accepted");
        assertThat(event.text()).contains("/tmp/out.csv");
    }

    @Test
    void takesTheSameAsMarkdown() {
        var text = """
                # Export the orders
                ## Deliverables
                - A CSV export
                **Success Criteria**
                - The file /tmp/out.csv exists
                Boundaries: only /tmp
                3. Dependencies
                The nightly copy
                MITIGATION — dismiss the export
                ## Test process
                Count the lines
                ## TEST_RESULTS_FORMAT
                One line
                ## Resource requirements
                One core
                ## Risk assessment
                Low: it reads alone
                ## Quality metrics
                Equal counts
                """;

        as(CODER).contentType("text/markdown; charset=utf-8").body(text).post("/v1/instructions").then().statusCode(202)
                .body("criteria.verifiable", equalTo(1));
        as(CODER).contentType("text/plain; charset=utf-8").body(text.replace("only /tmp", "tbd"))
                .post("/v1/instructions").then()
                .statusCode(422).body("violations.rule", equalTo(List.of("ten-points/boundaries-missing")))
                .body("violations.pointer", equalTo(List.of("6:1")));
    }

    @Test
    void namesThreeViolationsAtOnceAndEchoesNoSecretAnywhere() {
        var bad = instruction("deliverables", List.of("Run git push --force", "with " + KEY));
        bad.remove("mitigation");

        var answer = submit(CODER, bad).then().statusCode(422).contentType("application/problem+json")
                .body("violations.rule",
                        hasItems("ten-points/mitigation-missing", "forbidden/force-flag", "secret/aws-access-key"))
                .body("violations.pointer", hasItems("/mitigation", "/deliverables/0", "/deliverables/1")).extract();

        assertThat(answer.asString()).doesNotContain(KEY);
        var id = answer.<String>path("instruction_id");
        var event = Topics.await(Topic.INSTRUCTIONS.topicName(), Calls.SOON,
                raw -> raw.header("ce_subject").equals(id));
        assertThat(event.header("ce_type")).isEqualTo("instruction-rejected");
        assertThat(event.text()).doesNotContain(KEY).contains("secret/aws-access-key");
    }

    @Test
    void checksWithoutRecordingAnything() {
        var dry = Tokens.worker("globex", "dry-run");
        var bad = instruction();
        bad.remove("mitigation");

        json(dry).body(instruction()).post("/v1/instructions/check").then().statusCode(200)
                .body("accepted", equalTo(true)).body("violations.size()", equalTo(0));
        json(dry).body(bad).post("/v1/instructions/check").then().statusCode(200).body("accepted", equalTo(false))
                .body("violations.rule", hasItem("ten-points/mitigation-missing"));

        assertThat(Calls.instructionsOf("globex")).noneMatch(raw -> raw.text().contains("dry-run"));
    }

    @Test
    void tellsWhereNoProbeCanCheckTheCriteriaWithoutRepeatingThemAndSaysOnceHowToMendThem() {
        var prose = List.of("Port 80 is open", "The customer smiles", Map.of("text", "Fine"));
        json(CODER).body(instruction("success_criteria", prose))
                .post("/v1/instructions/check").then().statusCode(200)
                .body("criteria.unverifiable", equalTo(List.of("/success_criteria/1", "/success_criteria/2")))
                .body("criteria.advice", containsString("docs/instructions.md")).body(not(containsString("smiles")));

        json(CODER).body(instruction("success_criteria", "Port 80 is open")).post("/v1/instructions/check").then()
                .body("criteria", equalTo(Map.of("total", 1, "verifiable", 1)));
    }

    @Test
    void refusesWhoeverIsNotAWorkerOfARegisteredTenant() {
        given().contentType("application/json").body(instruction()).post("/v1/instructions").then().statusCode(401)
                .contentType("application/problem+json");
        submit(CODER.expired(), instruction()).then().statusCode(401);
        given().header("Authorization", "Bearer " + CODER.forged()).contentType("application/json")
                .body(instruction()).post("/v1/instructions").then().statusCode(401);
        submit(CODER.roles("worker", "operator"), instruction()).then().statusCode(403);
        submit(CODER.roles("operator"), instruction()).then().statusCode(403);
        submit(CODER.workerId("Coder 1 "), instruction()).then().statusCode(403);
        submit(Tokens.worker("nobody", "coder-1").issuedAt(java.time.Instant.now().minusSeconds(60)), instruction())
                .then().statusCode(403);
        submit(Tokens.worker("wingman", "coder-1"), instruction()).then().statusCode(403);
    }

    @Test
    void refusesABodyThatIsNotWhatItShouldBe() {
        as(CODER).contentType("application/xml").body("<a/>").post("/v1/instructions").then().statusCode(415);
        submit(CODER, instruction("deliverables", "x".repeat(300_000))).then().statusCode(413);
        submit(CODER, instruction("force", true)).then().statusCode(400).body("violations.pointer",
                equalTo(List.of("/force")));
        submit(CODER, instruction("deliverables", List.of("a", 5))).then().statusCode(400)
                .body("violations.pointer", equalTo(List.of("/deliverables/1")));
        submit(CODER, instruction("action", Map.of("type", "command", "argv", List.of("make")))).then()
                .statusCode(400).body("violations.pointer", equalTo(List.of("/action/cwd")));
        submit(CODER, "{\"title\": ").then().statusCode(400);
        submit(CODER, instruction(KEY, "a secret as a name")).then().statusCode(400)
                .body(not(containsString(KEY)));
        as(CODER).contentType("text/plain").body(new byte[]{(byte) 0xff, (byte) 0xfe}).post("/v1/instructions")
                .then().statusCode(400);
    }

    @Test
    void namesWhatIsWrongWithTheRestTogetherWithAFaultOfForm() {
        var bad = instruction("deliverables", List.of("Run git push --force", 5));
        bad.put("force", true);
        bad.put("test_process", "with " + KEY);
        bad.remove("mitigation");
        bad.put("action", Map.of("type", "command", "argv", List.of("make")));

        for (var path : List.of("/v1/instructions", "/v1/instructions/check")) {
            json(CODER).body(bad).post(path).then().statusCode(400).body("violations.pointer",
                    containsInAnyOrder("/deliverables/1", "/force", "/action/cwd", "/mitigation", "/test_process"))
                    .body(not(containsString(KEY)));
        }
        bad.remove("force");
        bad.put("deliverables", "A CSV export");
        submit(CODER, bad).then().statusCode(400).body("violations.rule", containsInAnyOrder("json/wrong-type",
                "ten-points/mitigation-missing", "secret/aws-access-key"));
    }

    @Test
    void tellsOfTheRestNothingThatThePartsOfAnotherFormMightChange() {
        var drill = instruction("action", Map.of("type", "drill", "containers", List.of("shop-db")));
        drill.put("site", 5);

        submit(CODER, drill).then().statusCode(400).body("violations.pointer", equalTo(List.of("/site")));
    }

    @Test
    void namesWhatIsWrongWithATextWhoseActionCannotBeRead() {
        as(CODER).contentType("text/markdown")
                .body("# Export\n## Action\n{nothing}\n## Mitigation\nRun git push --force")
                .post("/v1/instructions").then().statusCode(400).body("violations.rule",
                        hasItems("text/action-unreadable", "ten-points/deliverables-missing", "forbidden/force-flag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git push --force", "rm -rf /", "docker system prune -af"})
    void refusesAForbiddenCommandInItsWords(String command) {
        var action = Map.of("type", "command", "argv", List.of(command.split(" ")), "cwd", "/tmp");

        submit(CODER, instruction("action", action)).then().statusCode(422)
                .body("violations.pointer", hasItem(containsString("/action/argv/")));
    }

    @Test
    void locksOnTheWatchersWordAlone() {
        Calls.register("stark");
        var liar = Tokens.worker("stark", "liar");
        var honest = Tokens.worker("stark", "honest");

        Calls.lock("stark", "liar", 1, "watcher-service");
        Calls.lock("stark", "honest", 2, "notifier-service");

        Topics.await(Topic.DEAD_LETTERS.topicName(), Calls.SOON, raw -> "stark".equals(raw.key()));
        submit(liar, instruction()).then().statusCode(423).contentType("application/problem+json")
                .body("reason", equalTo("a false claim")).body("since", equalTo("2026-11-22T12:00:00Z"));
        json(liar).body(instruction()).post("/v1/instructions/check").then().statusCode(423);
        submit(honest, instruction()).then().statusCode(202);
    }

    @Test
    void answersARepeatedKeyWithTheSameAndAnotherBodyWithAConflict() {
        var first = json(CODER).header("Idempotency-Key", "one").body(instruction()).post("/v1/instructions");
        var again = json(CODER).header("Idempotency-Key", "one").body(instruction()).post("/v1/instructions");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.asString()).isEqualTo(first.asString());
        json(CODER).header("Idempotency-Key", "one").body(instruction("title", "Another")).post("/v1/instructions")
                .then().statusCode(409);
        json(Tokens.worker("acme", "coder-2")).header("Idempotency-Key", "one").body(instruction("title", "Mine"))
                .post("/v1/instructions").then().statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "caf\u00e9", "a\tb"})
    void takesAKeyThatIsNoneForAMistakeAndNotForNoKey(String key) {
        json(CODER).header("Idempotency-Key", key).body(instruction()).post("/v1/instructions").then().statusCode(400)
                .body("type", equalTo("urn:wingman:problem:malformed")).body("detail", containsString("1 to 200"));
    }

    @Test
    void takesNoTwoKeysForOne() {
        json(CODER).header("Idempotency-Key", "a", "b").body(instruction()).post("/v1/instructions").then()
                .statusCode(400);
    }

    @Test
    void takesNoKeyThatIsTooLong() {
        json(CODER).header("Idempotency-Key", "x".repeat(200)).body(instruction()).post("/v1/instructions").then()
                .statusCode(202);
        json(CODER).header("Idempotency-Key", "x".repeat(201)).body(instruction()).post("/v1/instructions").then()
                .statusCode(400);
    }

    @Test
    void givesOneKeyToOneOfSeveralBodiesThatComeTogether() {
        var answers = new ConcurrentLinkedQueue<Integer>();
        try (var callers = Executors.newFixedThreadPool(6)) {
            for (var call = 0; call < 6; call++) {
                var body = instruction("title", "Report number " + call);
                callers.execute(() -> answers.add(json(CODER).header("Idempotency-Key", "together").body(body)
                        .post("/v1/instructions").statusCode()));
            }
        }

        assertThat(answers).hasSize(6).containsOnlyOnce(202).containsOnly(202, 409);
    }

    @Test
    void leavesTheKeyOfARefusedInstructionToTheMendedOne() {
        json(CODER).header("Idempotency-Key", "mended").body(instruction("title", "")).post("/v1/instructions").then()
                .statusCode(422);
        json(CODER).header("Idempotency-Key", "mended").body(instruction()).post("/v1/instructions").then()
                .statusCode(202);
    }

    @Test
    void judgesALongInstructionAsAShortOne() {
        var line = "The export of the orders goes to a file, one line for each order. ";

        json(CODER).header("Idempotency-Key", "long").body(instruction("deliverables", line.repeat(1500)))
                .post("/v1/instructions").then().statusCode(202);
        json(CODER).body(instruction("deliverables", line.repeat(1500) + "\nrm -rf /srv/data")).post("/v1/instructions")
                .then().statusCode(422);
    }

    @Test
    void answersANumberThatIsTooLongWithItsPlace() {
        json(CODER).body("{\"title\":" + "1".repeat(1001) + "}").post("/v1/instructions").then().statusCode(400);
        json(CODER).body("{\"" + "x".repeat(60_000) + "\":1}").post("/v1/instructions").then().statusCode(400);
    }

    @Test
    void tellsWhereTheRiskComesFromWithoutRepeatingIt() {
        var risky = instruction("deliverables", List.of("A report", "Delete the accounts of Olga Olson"));

        json(CODER).body(risky).post("/v1/instructions/check").then().statusCode(200).body("risk_reasons",
                equalTo(List.of(Map.of("pointer", "/deliverables/1", "risk", "high", "because", "it names a loss"))))
                .body(not(containsString("Olson")));
        submit(CODER, risky).then().statusCode(202).body("risk_reasons.pointer", equalTo(List.of("/deliverables/1")));
        submit(CODER, instruction()).then().statusCode(202).body("$", not(hasKey("risk_reasons")));
    }

    @Test
    void takesTheLevelThatAnAssessmentBeginsWith() {
        json(CODER).body(instruction("risk_assessment", "critical: it touches all")).post("/v1/instructions/check")
                .then().statusCode(200).body("risk", equalTo("critical"));
    }

    @Test
    void showsARecordToItsWorkerAndTheTenantsHumansAlone() {
        var id = submit(CODER, instruction()).<String>path("instruction_id");
        var path = "/v1/instructions/" + id;

        await().atMost(Calls.SOON).untilAsserted(() -> as(CODER).get(path).then().statusCode(200)
                .body("status", equalTo("ACCEPTED")).body("instruction_id", equalTo(id)));
        as(Tokens.operator("acme", "olga")).get(path).then().statusCode(200);
        as(Tokens.worker("acme", "coder-2")).get(path).then().statusCode(404);
        as(Tokens.operator("globex", "olga")).get(path).then().statusCode(404);
        as(Tokens.admin("acme", "olga")).get(path).then().statusCode(403);
        as(CODER).get("/v1/instructions/none").then().statusCode(404);
    }
}
