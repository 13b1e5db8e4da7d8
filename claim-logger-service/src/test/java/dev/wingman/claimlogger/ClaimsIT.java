package dev.wingman.claimlogger;

import static dev.wingman.claimlogger.Stage.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.ledger.Receipt;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = dev.wingman.local.testing.Parts.class, initArgs = @ResourceArg(name = "service", value = "claim-logger-service"))
@SuppressWarnings("NullAway.Init")
class ClaimsIT {

    private static final String FILE = """
            {"statement": "wrote it", "predicates": [{"type": "file", "path": "/srv/out.csv", "state": "present"}]}""";

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open();
    }

    @Test
    void aClaimIsOnItsTopicAndHasAReceiptForThatRecord() throws IOException {
        var answer = post(FILE).then().statusCode(202).extract();

        var raw = Topics.await(Topic.CLAIMS.topicName(), PATIENCE,
                record -> answer.path("claim_id").equals(record.header("ce_id")));
        var receipt = Json.strict().readValue(Json.bytes(answer.path("receipt")), Receipt.class);
        assertThat(raw.key()).isEqualTo(stage.tenant().value());
        assertThat(receipt.verifies(stage.key())).isTrue();
        var leaf = dev.wingman.contracts.ledger.Leaf.of(new dev.wingman.contracts.WireRecord(raw.topic(),
                stage.tenant().value(), raw.headers(), java.util.Objects.requireNonNull(raw.value())));
        assertThat(receipt.leafHash()).isEqualTo(leaf.hash());
    }

    @Test
    void aClaimIsReadWithItsVerdictOnceItIsReached() {
        String id = post(FILE).then().statusCode(202).extract().path("claim_id");

        await().atMost(PATIENCE).untilAsserted(() -> stage.worker("coder-1").get("/v1/claims/" + id).then()
                .statusCode(200).body("worker", equalTo("coder-1")).body("$", hasKey("verdict"))
                .body("verdict", nullValue()).body("predicates[0].path", equalTo("/srv/out.csv")));
        judge(id, Verdict.FALSE);

        await().atMost(PATIENCE).untilAsserted(() -> stage.operator().get("/v1/claims/" + id).then().statusCode(200)
                .body("verdict", equalTo("FALSE")).body("cause", equalTo("nothing there")));
    }

    @Test
    void theFirstVerdictStands() {
        var id = stage.claim("coder-1", "done");
        judge(id, Verdict.FALSE);
        judge(id, Verdict.TRUE);
        var marker = stage.claim("coder-1", "marker");
        judge(marker, Verdict.TRUE);

        await().atMost(PATIENCE).untilAsserted(
                () -> stage.sre().get("/v1/claims/" + marker).then().body("verdict", equalTo("TRUE")));
        stage.sre().get("/v1/claims/" + id).then().body("verdict", equalTo("FALSE"));
    }

    @Test
    void aVerdictThatTheAuditorDidNotWriteIsNotBelieved() {
        var id = stage.claim("coder-1", "done");
        stage.send(Service.NOTIFIER, verdict(id, Verdict.TRUE));
        var marker = stage.claim("coder-1", "marker");
        judge(marker, Verdict.TRUE);

        await().atMost(PATIENCE).untilAsserted(
                () -> stage.sre().get("/v1/claims/" + marker).then().body("verdict", equalTo("TRUE")));
        stage.sre().get("/v1/claims/" + id).then().body("verdict", nullValue());
    }

    @Test
    void listsTheNewestFirstByPages() {
        var first = stage.claim("coder-1", "one");
        var second = stage.claim("coder-2", "two");
        var third = stage.claim("coder-1", "three");
        await().atMost(PATIENCE).untilAsserted(
                () -> stage.sre().get("/v1/claims").then().body("items.claim_id", contains(third, second, first)));
        judge(first, Verdict.FALSE);

        String next = stage.sre().get("/v1/claims?limit=2").then().body("items.claim_id", contains(third, second))
                .extract().path("next");
        stage.sre().get("/v1/claims?limit=2&cursor=" + next).then().body("items.claim_id", contains(first))
                .body("next", nullValue());
        stage.sre().get("/v1/claims?worker=coder-2").then().body("items.claim_id", contains(second));
        await().atMost(PATIENCE).untilAsserted(() -> stage.sre().get("/v1/claims?verdict=FALSE").then()
                .body("items.claim_id", contains(first)));
        stage.sre().get("/v1/claims?since=" + Instant.now().plusSeconds(60)).then().body("items", hasSize(0));
    }

    @Test
    void aWorkerSeesItsOwnAloneWhateverItAsks() {
        var mine = stage.claim("coder-1", "mine");
        var others = stage.claim("coder-2", "others");
        await().atMost(PATIENCE)
                .untilAsserted(() -> stage.sre().get("/v1/claims").then().body("items", hasSize(2)));

        stage.worker("coder-1").get("/v1/claims?worker=coder-2").then().body("items.claim_id", contains(mine));
        await().atMost(PATIENCE).untilAsserted(
                () -> stage.worker("coder-1").get("/v1/claims/" + others).then().statusCode(404));
    }

    @Test
    void anotherTenantSeesNothing() {
        var id = stage.claim("coder-1", "mine");
        await().atMost(PATIENCE)
                .untilAsserted(() -> stage.sre().get("/v1/claims/" + id).then().statusCode(200));
        var stranger = Stage.open();

        stranger.sre().get("/v1/claims/" + id).then().statusCode(404).contentType("application/problem+json");
        stranger.worker("coder-1").get("/v1/claims/" + id).then().statusCode(404);
        stranger.sre().get("/v1/claims").then().body("items", hasSize(0));
        stranger.sre().get("/v1/ledger/proofs/inclusion?event_id=" + id).then().statusCode(404);
        assertThat(stranger.sre().get("/v1/ledger/export").asString()).doesNotContain(id);
    }

    @Test
    void aSecretNeverLeavesTheCall() {
        var secret = "AKIA" + "Q3EGRZ7XK2LMN4PD";

        String id = post("{\"statement\": \"deployed with " + secret + "\"}").then().statusCode(202).extract()
                .path("claim_id");

        var raw = Topics.await(Topic.CLAIMS.topicName(), PATIENCE, record -> id.equals(record.header("ce_id")));
        assertThat(raw.text()).doesNotContain(secret).contains("[aws-access-key ");
    }

    @Test
    void aLockedWorkerIsHeardAndMarked() {
        stage.send(Service.WATCHER, new LocksChanged(1, List.of(new Lock(UUID.randomUUID(), Lock.Scope.WORKER,
                new Identifier("coder-1"), "a false claim", Instant.now()))));

        await().atMost(PATIENCE).untilAsserted(() -> {
            var id = stage.claim("coder-1", "still here");
            var raw = Topics.await(Topic.CLAIMS.topicName(), PATIENCE, record -> id.equals(record.header("ce_id")));
            assertThat(raw.text()).contains("\"while_locked\":true");
        });
    }

    @Test
    void aRepeatUnderTheSameKeyIsTheSameClaim() {
        var key = UUID.randomUUID().toString();

        var first = post(FILE, key).then().statusCode(202).extract();
        var again = post(FILE, key).then().statusCode(202).extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        post("{\"statement\": \"other\"}", key).then().statusCode(409);
    }

    @Test
    void aRepeatThatRedisForgotIsTheSameClaimWithAReceiptForWhatTheLedgerHolds() {
        var key = UUID.randomUUID().toString();
        var first = post(FILE, key).then().statusCode(202).extract();
        await().atMost(PATIENCE).untilAsserted(() -> stage.sre()
                .get("/v1/ledger/proofs/inclusion?event_id=" + first.path("claim_id")).then().statusCode(200));
        dev.wingman.local.testing.Parts.redis().kill();
        dev.wingman.local.testing.Parts.redis().start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var again = post(FILE, key).then().statusCode(202).extract();
            assertThat(again.<String>path("claim_id")).isEqualTo(first.path("claim_id"));
            assertThat(again.<String>path("receipt.leaf_hash")).isEqualTo(first.path("receipt.leaf_hash"));
        });
    }

    @Test
    void whoDoesNotSayWhoHeIsGetsNothing() {
        given().contentType(ContentType.JSON).body(FILE).post("/v1/claims").then().statusCode(401)
                .contentType("application/problem+json");
        given().get("/v1/claims").then().statusCode(401);
        given().auth().oauth2(Tokens.worker(stage.tenant().value(), "coder-1").forged()).get("/v1/claims").then()
                .statusCode(401);
        Stage.as(Tokens.worker(stage.tenant().value(), "coder-1").expired()).get("/v1/claims").then().statusCode(401);
    }

    @Test
    void onlyAWorkerClaims() {
        body(stage.operator(), FILE).post("/v1/claims").then().statusCode(403);
        body(stage.sre(), FILE).post("/v1/claims").then().statusCode(403);
        body(Stage.as(Tokens.admin(stage.tenant().value(), "ada")), FILE).post("/v1/claims").then().statusCode(403);
        Stage.as(Tokens.admin(stage.tenant().value(), "ada")).get("/v1/claims").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"statement\": 7}", "{\"statement\": \"a\", \"tenant_id\": \"b\"}",
            "{\"statement\": \"a\", \"statement\": \"b\"}", "{\"predicates\": [{\"type\": \"rumour\"}]}",
            "{\"predicates\": [{\"type\": \"file\", \"path\": \"relative\", \"state\": \"present\"}]}"})
    void whatIsNoClaimIsRefusedAndNotOurFault(String text) {
        post(text).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"statement\": \" \"}", "{\"predicates\": []}", "{\"predicates\": [null]}",
            "{\"statement\": \"a\", \"completes\": true}", "{\"statement\": \"a\", \"site\": \"No Site\"}",
            "{\"statement\": \"\\u0000\"}", "{\"statement\": \"\\ud800\"}"})
    void aClaimThatMakesNoSenseIsRefusedWithItsViolations(String text) {
        post(text).then().statusCode(422).body("violations.rule", hasItem(org.hamcrest.Matchers.startsWith("claim/")));
    }

    @Test
    void aBodyOverItsLimitIsTooLarge() {
        post("{\"statement\": \"" + "a".repeat(70_000) + "\"}").then().statusCode(413);
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        stage.worker("coder-1").contentType("text/plain").body("done").post("/v1/claims").then().statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "verdict=MAYBE", "since=yesterday",
            "worker=No One"})
    void aFilterThatIsNoneIsNamed(String query) {
        stage.sre().get("/v1/claims?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        stage.sre().get("/v1/claims/1").then().statusCode(404);
        stage.sre().get("/v1/claims/" + UUID.randomUUID()).then().statusCode(404);
    }

    private void judge(String claim, Verdict verdict) {
        stage.send(Service.AUDITOR, verdict(claim, verdict));
    }

    private static VerdictReached verdict(String claim, Verdict verdict) {
        return new VerdictReached(VerdictReached.Kind.CLAIM, UUID.fromString(claim), new Identifier("coder-1"),
                verdict, "nothing there", List.of(), false);
    }

    private Response post(String text) {
        return body(stage.worker("coder-1"), text).post("/v1/claims");
    }

    private Response post(String text, String key) {
        return body(stage.worker("coder-1"), text).headers(Map.of("Idempotency-Key", key)).post("/v1/claims");
    }

    private static RequestSpecification body(RequestSpecification call, String text) {
        return call.contentType(ContentType.JSON).body(text);
    }
}
