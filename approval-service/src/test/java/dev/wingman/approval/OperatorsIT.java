package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.approval.domain.Totp;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class OperatorsIT {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;
    private Scene scene;

    @BeforeEach
    void aTenantOfItsOwn() {
        scene = Scene.of(Tier.STANDARD);
    }

    @Test
    void linksWhoeverSendsTheCodeOnce() {
        var code = code("ada");
        scene.submit(1L, new DecisionSubmitted.Link(Digests.ofCanonical(code)));
        await().atMost(Scene.PATIENCE).untilAsserted(() -> scene.asOperator("bob").get("/v1/operators").then()
                .body("items.find { it.operator == 'ada' }.linked", equalTo(true))
                .body("items.find { it.operator == 'bob' }.linked", equalTo(false)));

        var again = scene.submit(2L, new DecisionSubmitted.Link(Digests.ofCanonical(code)));

        assertThat(scene.refusal(again).rule()).isEqualTo("link/code-unknown");
    }

    @Test
    void linksNoCodeOfAnotherTenantNoneThatIsWrongAndNoAccountOfAnotherOperator() {
        var stranger = Scene.of(Tier.BASIC);
        var stolen = stranger.submit(5L, new DecisionSubmitted.Link(Digests.ofCanonical(code("ada"))));
        assertThat(stranger.refusal(stolen).rule()).isEqualTo("link/code-unknown");

        var wrong = scene.submit(5L, new DecisionSubmitted.Link(Digests.ofCanonical("AAAA")));
        assertThat(scene.refusal(wrong).rule()).isEqualTo("link/code-unknown");

        scene.link("ada", 6L);
        var taken = scene.submit(6L, new DecisionSubmitted.Link(Digests.ofCanonical(code("bob"))));
        assertThat(scene.refusal(taken).rule()).isEqualTo("link/telegram-taken");
    }

    @Test
    void spendsACodeThatAGroupHasRead() {
        var link = new DecisionSubmitted.Link(Digests.ofCanonical(code("ada")));
        var shown = scene.submit(7L, -100L, link);
        assertThat(scene.refusal(shown).rule()).isEqualTo("link/code-seen");

        var picked = scene.submit(8L, link);
        assertThat(scene.refusal(picked).rule()).isEqualTo("link/code-unknown");
    }

    @Test
    void givesNoCodeAndNoSecondFactorToWhoIsNoOperatorOrLoggedInLongAgo() {
        scene.asOperator("mallory").post("/v1/operators/link").then().statusCode(403);
        scene.asOperator("mallory").post("/v1/operators/totp").then().statusCode(403);
        scene.asWorker().post("/v1/operators/link").then().statusCode(403);
        scene.asWorker().get("/v1/operators").then().statusCode(403);
        Scene.as(Tokens.operator(scene.tenant(), "ada").authenticatedAt(Instant.now().minus(Duration.ofMinutes(6))))
                .post("/v1/operators/totp").then().statusCode(403).body("rule", equalTo("vote/login-too-old"));
    }

    @Test
    void wantsTheOneTimeCodeForACriticalYesByTelegram() {
        scene.link("ada", 31L);
        scene.link("bob", 32L);
        var asked = scene.asked(Risk.CRITICAL);
        assertThat(scene.refusal(scene.press(31L, asked, Choice.APPROVE, "")).rule()).isEqualTo("vote/code-missing");
        assertThat(scene.refusal(press(31L, asked, Optional.of("123456"))).rule())
                .isEqualTo("vote/code-not-enrolled");
        var factor = enrol("ada");
        assertThat(scene.refusal(press(31L, asked, Optional.of("nonsense"))).rule()).isEqualTo("vote/code-wrong");

        var step = Totp.step(Instant.now());
        press(31L, asked, Optional.of(factor.code(step)));
        await().atMost(Scene.PATIENCE).untilAsserted(() -> scene.asOperator("bob")
                .get("/v1/approvals/" + asked.event().card().approvalId()).then()
                .body("votes[0].operator", equalTo("ada")).body("votes[0].way", equalTo("telegram")));

        var other = scene.asked(Risk.CRITICAL);
        assertThat(scene.refusal(press(31L, other, Optional.of(factor.code(step)))).rule())
                .isEqualTo("vote/code-replayed");
    }

    @Test
    void asksToEnrolAgainWhereASecretDoesNotOpenWithTodaysKey() {
        scene.link("ada", 33L);
        var factor = enrol("ada");
        pool.query("update second_factor set secret = overlay(secret placing '\\x00ff00ff' from 13) where tenant_id = '"
                + scene.tenant() + "'").execute().await().atMost(Scene.PATIENCE);

        var asked = scene.asked(Risk.CRITICAL);
        var right = press(33L, asked, Optional.of(factor.code(Totp.step(Instant.now()))));

        assertThat(scene.refusal(right).rule()).isEqualTo("vote/code-not-enrolled");
    }

    @Test
    void refusesEveryCodeAfterFiveWrongOnes() {
        scene.link("ada", 41L);
        var factor = enrol("ada");
        var asked = scene.asked(Risk.CRITICAL);
        for (int i = 0; i < 5; i++) {
            assertThat(scene.refusal(press(41L, asked, Optional.of("wrong " + i))).rule())
                    .isEqualTo("vote/code-wrong");
        }

        var right = press(41L, asked, Optional.of(factor.code(Totp.step(Instant.now()))));

        assertThat(scene.refusal(right).rule()).isEqualTo("vote/code-locked");
        scene.approve("ada", asked).statusCode(200);
    }

    @Test
    void releasesALockedWorkerByAHumansYesWithAGrantForTheWatcher() {
        var lock = scene.lock(Lock.Scope.WORKER, "coder-1");
        var id = await().atMost(Scene.PATIENCE).until(() -> release("bob", "coder-1", "it was a typo"),
                response -> response.statusCode() == 202).jsonPath().getUUID("approval_id");
        assertThat(release("ada", "coder-1", "me too").jsonPath().getUUID("approval_id")).isEqualTo(id);
        var asked = scene.requested(id);
        assertThat(asked.event().card().asked()).isEqualTo(Asked.RELEASE);
        assertThat(asked.event().card().title()).isEqualTo("it was a typo");
        assertThat(asked.event().card().requester()).contains(new Identifier("bob"));
        scene.events.publish(Service.AUDITOR, new VerdictReached(VerdictReached.Kind.RELEASE, id, Scene.CODER,
                Verdict.TRUE, "all of 3 claims hold", java.util.List.of(), true));
        await().atMost(Scene.PATIENCE).untilAsserted(() -> scene.asOperator("ada").get("/v1/approvals/" + id).then()
                .body("verdict", equalTo("TRUE")));

        scene.approve("ada", asked).statusCode(200).body("state", equalTo("USED"));

        var used = scene.events.await(ApprovalUsed.class, it -> it.approvalId().equals(id)).event();
        var grant = new TrustFolder(Parts.keys().trust()).grant(used.grant()).orElseThrow();
        assertThat(grant.audience()).isEqualTo(Grant.forWatcher("DEV"));
        assertThat(grant.worker()).isEqualTo(Scene.CODER);
        assertThat(release("ada", "coder-1", "once more").jsonPath().getUUID("approval_id")).isNotEqualTo(id);
        assertThat(lock.incident()).isNotEqualTo(id);
    }

    @Test
    void opensNoReleaseOfWhoIsNotLockedOrNotThereOrWithoutAReason() {
        assertThat(release("ada", "coder-1", "why not").statusCode()).isEqualTo(409);
        assertThat(release("ada", "nobody", "why not").statusCode()).isEqualTo(404);
        assertThat(release("ada", "coder-1", " ").statusCode()).isEqualTo(422);
        assertThat(release("mallory", "coder-1", "x").statusCode()).isEqualTo(403);
        scene.asWorker().contentType("application/json").body("{\"worker\":\"coder-1\",\"reason\":\"x\"}")
                .post("/v1/releases").then().statusCode(403);
    }

    @Test
    void opensAReleaseThatALinkedOperatorAsksForInTelegram() {
        scene.link("ada", 51L);
        var early = scene.submit(51L, new DecisionSubmitted.Release(Scene.CODER, "please"));
        assertThat(scene.refusal(early).rule()).isEqualTo("release/not-locked");
        var stranger = scene.submit(52L, new DecisionSubmitted.Release(Scene.CODER, "please"));
        assertThat(scene.refusal(stranger).rule()).isEqualTo("vote/not-linked");
        scene.lock(Lock.Scope.WORKER, "coder-1");
        await().atMost(Scene.PATIENCE)
                .until(() -> release("bob", "coder-1", "please").statusCode() == 202);

        scene.submit(51L, new DecisionSubmitted.Release(Scene.CODER, "please"));

        assertThat(scene.events.await(ApprovalRequested.class, it -> it.card().asked() == Asked.RELEASE).event()
                .card().worker()).isEqualTo(Scene.CODER);
    }

    private String code(String operator) {
        var code = scene.asOperator(operator).post("/v1/operators/link").then().statusCode(201).extract().jsonPath()
                .getString("code");
        assertThat(code).hasSizeGreaterThanOrEqualTo(20);
        return code;
    }

    private Totp enrol(String operator) {
        var enrolled = scene.asOperator(operator).post("/v1/operators/totp").then().statusCode(201).extract()
                .jsonPath();
        assertThat(enrolled.getString("otpauth_uri")).startsWith("otpauth://totp/")
                .contains("secret=" + enrolled.getString("secret"));
        return new Totp(decoded(enrolled.getString("secret")));
    }

    /// The proof is bound to the submission's id, as the notifier does it.
    private Envelope<DecisionSubmitted> press(long user, Envelope<ApprovalRequested> asked, Optional<String> code) {
        var now = Instant.now();
        var id = Ids.first(now);
        var vote = new DecisionSubmitted.Vote(asked.event().card().approvalId(), Choice.APPROVE,
                asked.event().cardDigest(), Optional.empty(), code.map(text -> DecisionSubmitted.proof(id, text)));
        var envelope = new Envelope<>(id, scene.events.tenant(), Service.NOTIFIER, id.toString(), now, "DEV",
                Optional.empty(), new DecisionSubmitted(user, -100L, vote));
        SignedEvents.publish(envelope);
        return envelope;
    }

    private io.restassured.response.Response release(String operator, String worker, String reason) {
        return scene.asOperator(operator).contentType("application/json")
                .body(Map.of("worker", worker, "reason", reason)).post("/v1/releases");
    }

    private static byte[] decoded(String base32) {
        var bits = java.math.BigInteger.ZERO;
        for (int i = 0; i < base32.length(); i++) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger
                    .valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i))));
        }
        var bytes = bits.toByteArray();
        var secret = new byte[20];
        var from = Math.max(0, bytes.length - 20);
        System.arraycopy(bytes, from, secret, 20 - (bytes.length - from), bytes.length - from);
        return secret;
    }
}
