package dev.wingman.watcher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;
import dev.wingman.local.testing.Topics;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "watcher-service"))
class WatcherServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A tenant of its own for each test: topics and tables are shared.
    private final Identifier tenant = new Identifier("t-" + UUID.randomUUID().toString().substring(0, 13));

    @BeforeEach
    void registerTheTenant() {
        send(Service.GATEKEEPER, tenant.value(), new TenantSet(tenant, Tier.STANDARD, TenantSet.Status.ACTIVE, 1,
                List.of(new TenantSet.Worker(new Identifier("coder-1"), new Identifier("ada"))), List.of(), List.of(),
                List.of(), TenantSet.Policy.ofTier()));
        await().atMost(PATIENCE).untilAsserted(() -> asSre().get("/v1/whoami").then().statusCode(200));
    }

    @Test
    void locksAndAlertsOnAFalseClaim() {
        judge("coder-1", Verdict.FALSE);

        var locks = awaitLocks(1);
        assertThat(locks.event().locks()).singleElement()
                .satisfies(lock -> assertThat(lock.name().value()).isEqualTo("coder-1"));
        var alert = Topics.await(Topic.ALERTS.topicName(), PATIENCE, raw -> tenant.value().equals(raw.key()));
        assertThat(alert.header("ce_signature")).isNotEmpty();
        assertThat(alert.text()).contains(locks.event().locks().getFirst().incident().toString());
        asSre().get("/v1/lockdowns").then().statusCode(200).body("items.name", hasItem("coder-1"));
        asSre().get("/v1/workers/coder-1").then().statusCode(200).body("verdicts.false_claims", equalTo(1))
                .body("lock.name", equalTo("coder-1"));
    }

    @Test
    void countsTheSameVerdictOnce() {
        var verdict = envelope(Service.AUDITOR, "x", verdict("coder-1", Verdict.FALSE));

        publish(verdict);
        publish(verdict);
        judge("coder-2", Verdict.FALSE);

        awaitLocks(2);
        asSre().get("/v1/workers/coder-1").then().body("verdicts.false_claims", equalTo(1));
        asSre().get("/v1/alerts").then().body("items", hasSize(2));
    }

    @Test
    void putsAVerdictThatTheAuditorDidNotWriteAside() {
        publish(envelope(Service.GATEKEEPER, "x", verdict("coder-1", Verdict.FALSE)));
        judge("coder-2", Verdict.FALSE);

        assertThat(awaitLocks(1).event().locks()).noneMatch(lock -> lock.name().value().equals("coder-1"));
        var letter = Topics.await(Topic.DEAD_LETTERS.topicName(), PATIENCE, raw -> tenant.value().equals(raw.key()));
        assertThat(letter.text()).contains("gatekeeper-service does not write");
        await().atMost(PATIENCE).untilAsserted(
                () -> asSre().get("/v1/alerts").then().body("items.kind", hasItem("dead-letter")));
    }

    @Test
    void isNotStoppedByARecordThatIsNoEvent() {
        Topics.publish(Topic.VERDICTS.topicName(), tenant.value(), java.util.Map.of("ce_type", "verdict-reached"),
                "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Topics.publish(Topic.VERDICTS.topicName(), null, java.util.Map.of(), null);

        judge("coder-1", Verdict.FALSE);

        awaitLocks(1);
    }

    @Test
    void isNotSilencedByARecordThatBarelyFitsOnItsTopic() {
        Topics.publish(Topic.VERDICTS.topicName(), tenant.value(), java.util.Map.of("ce_type", "verdict-reached"),
                new byte[1_000_000]);

        judge("coder-1", Verdict.FALSE);

        awaitLocks(1);
    }

    @Test
    void letsAnOperatorLockByHandAndAnSreNot() {
        var body = "{\"worker\":\"coder-7\",\"reason\":\"it behaves oddly\"}";

        asSre().contentType("application/json").body(body).post("/v1/lockdowns").then().statusCode(403);
        as(Tokens.operator(tenant.value(), "ada")).contentType("application/json").body(body).post("/v1/lockdowns")
                .then()
                .statusCode(201).body("reason", equalTo("it behaves oddly (by ada)"));

        assertThat(awaitLocks(1).event().locks()).anyMatch(lock -> lock.name().value().equals("coder-7"));
    }

    @Test
    void keepsNoSecretOfAReason() {
        var secret = "AKIA" + "Z7QH3MNBV2KXW5RT";

        as(Tokens.operator(tenant.value(), "ada")).contentType("application/json")
                .body("{\"worker\":\"coder-7\",\"reason\":\"it printed " + secret + "\"}").post("/v1/lockdowns").then()
                .statusCode(201)
                .body("reason", org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(secret)));

        assertThat(awaitLocks(1).event().locks().getFirst().reason()).doesNotContain(secret).contains("aws-access-key");
    }

    @Test
    void saysSoWhileTheDatabaseIsAway() {
        Parts.postgres().kill();

        await().atMost(PATIENCE).untilAsserted(() -> asSre().get("/v1/workers").then().statusCode(503)
                .contentType("application/problem+json").header("Retry-After", "1"));

        Parts.postgres().start();
        await().atMost(PATIENCE).untilAsserted(() -> asSre().get("/v1/workers").then().statusCode(200));
    }

    @Test
    void refusesALockWithoutAReason() {
        as(Tokens.operator(tenant.value(), "ada")).contentType("application/json").body("{\"worker\":\"coder-7\"}")
                .post("/v1/lockdowns").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void showsAnotherTenantNothing() {
        judge("coder-1", Verdict.FALSE);
        awaitLocks(1);
        var id = asSre().get("/v1/alerts").then().extract().jsonPath().getString("items[0].alert_id");
        var stranger = new Identifier(tenant + "-other");
        send(Service.GATEKEEPER, stranger.value(), stranger, new TenantSet(stranger, Tier.BASIC,
                TenantSet.Status.ACTIVE, 1, List.of(), List.of(), List.of(), List.of(), TenantSet.Policy.ofTier()));
        var theirs = Tokens.sre(stranger.value(), "eve");
        await().atMost(PATIENCE).untilAsserted(() -> as(theirs).get("/v1/whoami").then().statusCode(200));

        as(theirs).get("/v1/lockdowns").then().statusCode(200).body("items", hasSize(0));
        as(theirs).get("/v1/alerts").then().statusCode(200).body("items", hasSize(0));
        as(theirs).get("/v1/workers/coder-1").then().statusCode(404);
        as(theirs).post("/v1/alerts/" + id + "/acknowledge").then().statusCode(404);
    }

    @Test
    void refusesWhoeverMayNotLook() {
        given().get("/v1/alerts").then().statusCode(401).contentType("application/problem+json");
        as(Tokens.sre(tenant.value(), "mark").expired()).get("/v1/alerts").then().statusCode(401);
        as(Tokens.worker(tenant.value(), "coder-1")).get("/v1/alerts").then().statusCode(403);
        as(Tokens.of(tenant.value(), "mixed", "worker", "sre")).get("/v1/alerts").then().statusCode(403);
        as(Tokens.sre("nobody-knows-it", "mark").issuedAt(Instant.now().minusSeconds(60))).get("/v1/alerts").then()
                .statusCode(403);
    }

    @Test
    void streamsWhatComesAndResumesAfterAnEvent() throws IOException, InterruptedException {
        judge("coder-1", Verdict.TRUE);
        judge("coder-1", Verdict.FALSE);
        awaitLocks(1);

        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port + "/v1/stream"))
                .header("Authorization", "Bearer " + Tokens.sre(tenant.value(), "mark").jwt())
                .header("Last-Event-ID", "1")
                .build();
        try (var client = HttpClient.newHttpClient();
                var lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            var first = lines.filter(line -> line.startsWith("id:") || line.startsWith("event:")).limit(4).toList();

            assertThat(first).anyMatch(line -> line.replace(" ", "").equals("id:2"))
                    .anyMatch(line -> line.replace(" ", "").equals("event:verdict-reached"))
                    .noneMatch(line -> line.replace(" ", "").equals("id:1"));
            client.shutdownNow();
        }
    }

    @Test
    void keepsLockingAfterTheDatabaseWasAway() {
        Parts.postgres().kill();
        judge("coder-1", Verdict.FALSE);
        Parts.postgres().start();

        awaitLocks(1);
    }

    private Envelope<LocksChanged> awaitLocks(int count) {
        var raw = Topics.await(Topic.LOCKDOWNS.topicName(), PATIENCE,
                found -> tenant.value().equals(found.key()) && locks(found).event().locks().size() == count);
        return locks(raw);
    }

    private static Envelope<LocksChanged> locks(Topics.Raw raw) {
        var record = new WireRecord(raw.topic(), String.valueOf(raw.key()), raw.headers(),
                raw.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Codec.decode(record) instanceof dev.wingman.contracts.Decoded.Known(var envelope)
                ? envelope.as(LocksChanged.class).orElseThrow()
                : failing();
    }

    private static Envelope<LocksChanged> failing() {
        throw new AssertionError("the watcher wrote something that is no event");
    }

    private void judge(String worker, Verdict verdict) {
        send(Service.AUDITOR, worker, verdict(worker, verdict));
    }

    private static VerdictReached verdict(String worker, Verdict verdict) {
        return new VerdictReached(VerdictReached.Kind.CLAIM, UUID.randomUUID(), new Identifier(worker), verdict,
                "nothing there", List.of(), false);
    }

    private void send(Service writer, String subject, Event event) {
        send(writer, subject, tenant, event);
    }

    private static void send(Service writer, String subject, Identifier whose, Event event) {
        publish(new Envelope<>(Ids.first(Instant.now()), whose, writer, subject, Instant.now(), "DEV", Optional.empty(),
                event));
    }

    private Envelope<Event> envelope(Service writer, String subject, Event event) {
        return new Envelope<>(Ids.first(Instant.now()), tenant, writer, subject, Instant.now(), "DEV", Optional.empty(),
                event);
    }

    private static void publish(Envelope<Event> envelope) {
        var record = SigningKey.read(Parts.keys().signingKey(envelope.source().folder())).sign(Codec.encode(envelope));
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    private io.restassured.specification.RequestSpecification asSre() {
        return as(Tokens.sre(tenant.value(), "mark"));
    }

    private static io.restassured.specification.RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.jwt());
    }
}
