package dev.wingman.claimlogger;

import static dev.wingman.claimlogger.Stage.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Checkpoint;
import dev.wingman.contracts.ledger.Expectations;
import dev.wingman.contracts.ledger.Export;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.contracts.ledger.ExportVerifier;
import dev.wingman.contracts.ledger.Merkle;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "claim-logger-service"))
@SuppressWarnings("NullAway.Init")
class LedgerIT {

    @Inject
    Pool pool;

    private Stage stage;

    /// The tenant's registration is the first entry of its ledger.
    @BeforeEach
    void open() {
        stage = Stage.open();
        stage.awaitSize(1);
    }

    @Test
    void everythingOnEveryTopicIsInTheExportAndProvesItself() throws IOException {
        for (var topic : Topic.values()) {
            Stage.put(record(topic.topicName(), "id-" + topic, "anything"));
        }
        stage.awaitSize(1 + Topic.values().length);

        var result = verify(Expectations.none());

        assertThat(result).isInstanceOf(ExportResult.Proven.class);
        assertThat(export()).contains("id-DEAD_LETTERS", "\"topic\":\"wingman.observations.v1\"");
    }

    @Test
    void aThousandEntriesProveThemselvesOverManyPages() throws IOException {
        putMany(1300);
        stage.awaitSize(1301);

        assertThat(verify(Expectations.none())).isInstanceOf(ExportResult.Proven.class);
        for (var index : List.of(0, 255, 256, 511, 512, 1023, 1024, 1299)) {
            assertIncluded("many-" + index);
        }
        for (var from : List.of(0, 1, 256, 700, 1024, 1300, 1301)) {
            assertExtends(from, 1301);
        }
    }

    @Test
    void aRowThatSomebodyChangedIsNamed() throws IOException {
        putMany(600);
        stage.awaitSize(601);
        sql("update ledger_entry set value = 'forged' where tenant_id = $1 and index = 321");

        assertThat(verify(Expectations.none())).isEqualTo(
                new ExportResult.Wrong(323, 321, "entry 321 is not the one that the checkpoint signed"));
    }

    @Test
    void aRowThatSomebodyRemovedIsNamed() throws IOException {
        putMany(600);
        stage.awaitSize(601);
        sql("delete from ledger_entry where tenant_id = $1 and index = 321");

        assertThat(verify(Expectations.none())).isInstanceOfSatisfying(ExportResult.Wrong.class,
                wrong -> assertThat(wrong.index()).isLessThanOrEqualTo(321));
    }

    @Test
    void aLedgerThatSomebodyRewroteFromTheStartIsFoundByAnEarlierCheckpoint() throws IOException {
        putMany(10);
        stage.awaitSize(11);
        var kept = Checkpoint.verify(stage.sre().get("/v1/ledger/checkpoint").asString(), stage.key()).orElseThrow();
        sql("delete from ledger_entry where tenant_id = $1");
        sql("delete from ledger_head where tenant_id = $1");
        for (int i = 0; i < 12; i++) {
            Stage.put(record(Topic.CLAIMS.topicName(), "new-" + i, "rewritten"));
        }
        stage.awaitSize(12);

        assertThat(verify(Expectations.none())).isInstanceOf(ExportResult.Proven.class);
        assertThat(verify(new Expectations(Optional.empty(), List.of(kept), List.of())))
                .isEqualTo(new ExportResult.Wrong(12, 10,
                        "up to here the ledger differs from an earlier checkpoint: rewritten or forked"));
    }

    @Test
    void aRecordThatComesAgainIsInTheLedgerOnce() {
        Stage.put(record(Topic.CLAIMS.topicName(), "again", "a"));
        Stage.put(record(Topic.CLAIMS.topicName(), "again", "a").with("ce_time", "2026-01-01T00:00:00Z"));
        Stage.put(record(Topic.CLAIMS.topicName(), "behind", "b"));
        stage.awaitSize(3);

        assertThat(stage.size()).isEqualTo(3);
    }

    @Test
    void aKnownIdWithOtherContentIsADeadLetterAndChangesNothing() {
        Stage.put(record(Topic.CLAIMS.topicName(), "same", "a"));
        stage.awaitSize(2);
        Stage.put(record(Topic.CLAIMS.topicName(), "same", "a lie"));

        var letter = Topics.await(Topic.DEAD_LETTERS.topicName(), PATIENCE,
                raw -> stage.tenant().value().equals(raw.key()));
        assertThat(letter.text()).contains("a known id with other content");
        stage.sre().get("/v1/ledger/entries?from=1&limit=1").then().body("items[0].value", equalTo("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No Tenant", "../../etc", "a\u0000b"})
    void aRecordThatBelongsToNobodyIsADeadLetterAndStopsNobody(String key) {
        var headers = Map.of("ce_id", "stranger-" + java.util.UUID.randomUUID());
        Topics.publish(Topic.CLAIMS.topicName(), key, headers, "junk".getBytes(StandardCharsets.UTF_8));
        Stage.put(record(Topic.CLAIMS.topicName(), "behind", "b"));

        stage.awaitSize(2);
        Topics.await(Topic.DEAD_LETTERS.topicName(), PATIENCE, raw -> raw.text().contains(headers.get("ce_id"))
                && raw.text().contains("the key is no tenant"));
    }

    @Test
    void aRecordWithoutKeyOrValueStopsNobody() {
        Topics.publish(Topic.CLAIMS.topicName(), null, Map.of(), null);
        Topics.publish(Topic.TENANTS.topicName(), stage.tenant().value(), Map.of(), null);

        stage.awaitSize(2);
    }

    @Test
    void whatIsNoTextIsKeptAsItCame() throws IOException {
        var bytes = new byte[]{(byte) 0xFF, 0, 1};
        Topics.publish(Topic.CLAIMS.topicName(), stage.tenant().value(),
                Map.of("ce_id", "no\u0000id", "h\u0000", "v\u0000\u0001"), bytes);
        stage.awaitSize(2);

        stage.sre().get("/v1/ledger/entries?from=1").then().body("items[0].encoding", equalTo("base64"))
                .body("items[0].value", equalTo(Base64.getEncoder().encodeToString(bytes)));
        assertThat(verify(Expectations.none())).isInstanceOf(ExportResult.Proven.class);
    }

    @Test
    void entriesComeByPages() {
        putMany(3);
        stage.awaitSize(4);

        stage.sre().get("/v1/ledger/entries?from=1&limit=2").then().body("items.index", contains(1, 2))
                .body("next", equalTo("3"));
        stage.operator().get("/v1/ledger/entries?cursor=3&limit=2").then().body("items.index", contains(3))
                .body("next", nullValue());
        stage.sre().get("/v1/ledger/entries?from=99").then().body("items", hasSize(0));
    }

    @Test
    void survivesTheDatabasesDeathAndLosesNothing() {
        putMany(5);
        Parts.postgres().kill();
        Stage.put(record(Topic.CLAIMS.topicName(), "meanwhile", "x"));
        Parts.postgres().start();

        stage.awaitSize(7);
        await().atMost(PATIENCE).untilAsserted(() -> assertIncluded("meanwhile"));
    }

    @Test
    void aWorkerAndAnAdminReadNoLedger() {
        for (var path : List.of("keys", "checkpoint", "entries", "proofs/inclusion?event_id=x",
                "proofs/consistency?from=0", "export")) {
            stage.worker("coder-1").get("/v1/ledger/" + path).then().statusCode(403);
            Stage.as(Tokens.admin(stage.tenant().value(), "ada")).get("/v1/ledger/" + path).then().statusCode(403);
            io.restassured.RestAssured.given().get("/v1/ledger/" + path).then().statusCode(401);
        }
        stage.operator().get("/v1/ledger/export").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries?from=-1", "entries?from=x", "entries?limit=501", "proofs/inclusion",
            "proofs/consistency", "proofs/consistency?from=2&to=1", "proofs/consistency?from=x"})
    void aQuestionThatIsNoneIsNamed(String path) {
        stage.sre().get("/v1/ledger/" + path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void noProofOfWhatIsNotThere() {
        stage.sre().get("/v1/ledger/proofs/inclusion?event_id=nothing").then().statusCode(404);
        stage.sre().get("/v1/ledger/proofs/consistency?from=1&to=1000").then().statusCode(404);
    }

    @Test
    void theCheckpointNamesTenantAndEnvironment() {
        var checkpoint = Checkpoint.verify(stage.sre().get("/v1/ledger/checkpoint").asString(), stage.key())
                .orElseThrow();

        assertThat(checkpoint.origin()).isEqualTo("wingman/DEV/" + stage.tenant());
    }

    private void assertIncluded(String eventId) {
        var proof = stage.sre().get("/v1/ledger/proofs/inclusion?event_id=" + eventId).then().statusCode(200).extract()
                .jsonPath();
        var checkpoint = Checkpoint.verify(proof.getString("checkpoint"), stage.key()).orElseThrow();
        assertThat(Merkle.includes(checkpoint.root(), checkpoint.size(), proof.getLong("index"),
                decode(proof.getString("leaf_hash")), proof.getList("path", String.class).stream().map(LedgerIT::decode)
                        .toList()))
                .isTrue();
    }

    private void assertExtends(int from, int to) {
        var proof = stage.sre().get("/v1/ledger/proofs/consistency?from=" + from + "&to=" + to).then().statusCode(200)
                .extract().jsonPath();
        assertThat(Merkle.extendsTree(decode(proof.getString("from_root")), from, decode(proof.getString("to_root")),
                to, proof.getList("path", String.class).stream().map(LedgerIT::decode).toList())).isTrue();
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

    private ExportResult verify(Expectations expectations) throws IOException {
        return Export.verify(new ByteArrayInputStream(export().getBytes(StandardCharsets.UTF_8)),
                new ExportVerifier(List.of(stage.key()), expectations));
    }

    private String export() {
        return new String(stage.sre().get("/v1/ledger/export").then().statusCode(200).extract().asByteArray(),
                StandardCharsets.UTF_8);
    }

    private void putMany(int count) {
        var records = new ArrayList<Topics.Raw>();
        for (int i = 0; i < count; i++) {
            var record = record(Topic.CLAIMS.topicName(), "many-" + i, "{\"n\":" + i + "}");
            records.add(new Topics.Raw(record.topic(), record.key(), record.headers(), record.value(),
                    java.time.Instant.EPOCH));
        }
        Topics.publish(records);
    }

    private WireRecord record(String topic, String id, String value) {
        return new WireRecord(topic, stage.tenant().value(), new TreeMap<>(Map.of("ce_id", id)),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private void sql(String statement) {
        pool.preparedQuery(statement).execute(Tuple.of(stage.tenant().value())).await().atMost(Duration.ofSeconds(5));
    }
}
