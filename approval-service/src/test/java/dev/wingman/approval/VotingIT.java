package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class VotingIT {

    private Scene scene;

    @BeforeEach
    void aTenantOfItsOwn() {
        scene = Scene.of(Tier.STANDARD);
    }

    @Test
    void refusesAWorkerAnSreAndAStrangerAndPutsEachOnTheRecordOnce() {
        var asked = scene.asked(Risk.HIGH);

        for (var who : new Tokens[]{Tokens.worker(scene.tenant(), "coder-1"), Tokens.sre(scene.tenant(), "mark"),
                Tokens.operator(scene.tenant(), "mallory")}) {
            for (int i = 0; i < 3; i++) {
                vote(who, asked).statusCode(403).contentType("application/problem+json");
            }
        }

        scene.approve("ada", asked).statusCode(200).body("votes", hasSize(1));
        scene.decided(asked.event().card().approvalId());
        assertThat(scene.events.all(VoteRefused.class)).extracting(it -> it.event().rule())
                .containsExactlyInAnyOrder("vote/worker-role", "vote/not-an-operator", "vote/not-an-operator");
        assertThat(scene.events.all(VoteRefused.class)).extracting(it -> it.event().operator().orElseThrow().value())
                .containsExactlyInAnyOrder("coder-1", "mark", "mallory");
    }

    @Test
    void refusesATokenThatMixesWorkerAndOperator() {
        var asked = scene.asked(Risk.HIGH);

        vote(Tokens.of(scene.tenant(), "ada", "worker", "operator"), asked).statusCode(403);

        assertThat(scene.state(asked.event().card().approvalId())).isEqualTo("PENDING");
    }

    @Test
    void showsAndDecidesNothingForAnotherTenant() {
        var asked = scene.asked(Risk.HIGH);
        var id = asked.event().card().approvalId();
        var stranger = Scene.of(Tier.BASIC);

        var theirs = Tokens.operator(stranger.tenant(), "ada");
        Scene.as(theirs).get("/v1/approvals/" + id).then().statusCode(404);
        Scene.as(theirs).get("/v1/approvals").then().statusCode(200).body("items", hasSize(0));
        vote(theirs, asked).statusCode(404);
        Scene.as(theirs).contentType("application/json").body("{\"reason\":\"x\"}")
                .post("/v1/approvals/" + id + "/revoke").then().statusCode(404);

        assertThat(scene.state(id)).isEqualTo("PENDING");
    }

    @Test
    void refusesAPressForAnotherTenantsApproval() {
        var asked = scene.asked(Risk.HIGH);
        var stranger = Scene.of(Tier.BASIC);
        stranger.link("ada", 99L);

        var refusal = stranger.refusal(stranger.press(99L, asked, Choice.APPROVE, ""));

        assertThat(refusal.rule()).isEqualTo("vote/no-such-approval");
        assertThat(scene.state(asked.event().card().approvalId())).isEqualTo("PENDING");
    }

    @Test
    void refusesAPressByAStranger() {
        var asked = scene.asked(Risk.HIGH);

        var refusal = scene.refusal(scene.press(666L, asked, Choice.APPROVE, ""));

        assertThat(refusal.rule()).isEqualTo("vote/not-linked");
        assertThat(refusal.operator()).isEmpty();
        assertThat(scene.state(asked.event().card().approvalId())).isEqualTo("PENDING");
    }

    @Test
    void refusesAPressOfAnOperatorWhomTheRegistryLost() {
        scene.link("ada", 77L);
        var asked = scene.asked(Risk.HIGH);
        scene.registered(Tier.STANDARD, TenantSet.Policy.ofTier(), "bob");

        assertThat(scene.refusal(scene.press(77L, asked, Choice.APPROVE, "")).rule())
                .isEqualTo("vote/not-an-operator");
    }

    @Test
    void believesNoPressThatTheNotifierDidNotSign() {
        scene.link("ada", 78L);
        var asked = scene.asked(Risk.HIGH);
        var forged = scene.events.envelope(Service.NOTIFIER, new DecisionSubmitted(78L, 1L,
                new DecisionSubmitted.Vote(asked.event().card().approvalId(), Choice.APPROVE,
                        asked.event().cardDigest(), Optional.empty(), Optional.empty())));

        SignedEvents.publish(forged, Service.GATEKEEPER);
        var honest = scene.press(78L, asked, Choice.DENY, "no");

        assertThat(scene.decided(asked.event().card().approvalId()).event().decision())
                .isEqualTo(ApprovalDecided.Decision.DENIED);
        assertThat(honest.id()).isNotEqualTo(forged.id());
    }

    @Test
    void refusesAVoteOnAnotherCardANoWithoutAReasonAndWhatIsNoVote() {
        var asked = scene.asked(Risk.HIGH);
        var id = asked.event().card().approvalId();
        var ada = Tokens.operator(scene.tenant(), "ada");

        Scene.vote(ada, id, "sha256:other", "APPROVE", "").statusCode(409).body("rule", equalTo("vote/card-differs"));
        Scene.vote(ada, id, asked.event().cardDigest(), "DENY", "").statusCode(422)
                .body("violations[0].rule", equalTo("vote/reason-missing"));
        Scene.as(ada).contentType("application/json").body("{\"decision\":\"APPROVE\"}")
                .post("/v1/approvals/" + id + "/decisions").then().statusCode(400);
        Scene.as(ada).contentType("application/json")
                .body("{\"decision\":\"MAYBE\",\"seen_digest\":\"x\"}").post("/v1/approvals/" + id + "/decisions")
                .then().statusCode(400);
        Scene.as(ada).contentType("application/json").body("{\"decision\":\"APPROVE\",\"seen_digest\":\"x\"}")
                .post("/v1/approvals/nonsense/decisions").then().statusCode(404);
    }

    @Test
    void countsALongReasonByWhatIsRead() {
        var fits = "\uD83C\uDF27".repeat(260);
        var asked = scene.asked(Risk.HIGH);
        scene.vote("ada", asked, "DENY", fits).statusCode(200).body("reason", equalTo(fits));

        var other = scene.asked(Risk.HIGH);
        scene.vote("ada", other, "DENY", "\uD83C\uDF27".repeat(501)).statusCode(200).body("reason",
                equalTo("\uD83C\uDF27".repeat(499) + "…"));
    }

    @Test
    void tellsWhoeverIsLateHowItWasDecidedAndByWhom() {
        var asked = scene.asked(Risk.HIGH);
        scene.vote("bob", asked, "DENY", "not today").statusCode(200).body("state", equalTo("DENIED"))
                .body("reason", equalTo("not today"));

        scene.approve("ada", asked).statusCode(409).body("state", equalTo("DENIED"))
                .body("decided_by", equalTo("bob"));
    }

    @Test
    void wantsTwoOthersForACriticalStageEachWithAFreshLogin() {
        var asked = scene.asked(Risk.CRITICAL);
        var stale = Tokens.operator(scene.tenant(), "ada").authenticatedAt(Instant.now().minus(Duration.ofMinutes(6)));

        vote(stale, asked).statusCode(403).body("rule", equalTo("vote/login-too-old"));
        vote(Tokens.of(scene.tenant(), "ada", "operator"), asked).statusCode(403);
        scene.approve("olga", asked).statusCode(403).body("rule", equalTo("vote/owner"));
        scene.approve("ada", asked).statusCode(200).body("state", equalTo("PENDING"));
        scene.approve("ada", asked).statusCode(409).body("rule", equalTo("vote/twice"));
        scene.approve("bob", asked).statusCode(200).body("state", equalTo("GRANTED"))
                .body("decided_by", equalTo("ada and bob"));
    }

    @Test
    void countsNoVoteOfAnOperatorWhoWasRemovedBeforeTheDecision() {
        scene.registered(Tier.STANDARD, TenantSet.Policy.ofTier(), "ada", "bob", "carl");
        var asked = scene.asked(Risk.CRITICAL);
        scene.approve("ada", asked).statusCode(200);
        scene.registered(Tier.STANDARD, TenantSet.Policy.ofTier(), "bob", "carl");

        scene.approve("bob", asked).statusCode(200).body("state", equalTo("PENDING"));
        scene.approve("carl", asked).statusCode(200).body("state", equalTo("GRANTED"))
                .body("decided_by", equalTo("bob and carl"));
    }

    @Test
    void decidesOnceHoweverManyVoteAtOnce() {
        var names = IntStream.range(0, 10).mapToObj(i -> "op-" + i).toArray(String[]::new);
        scene.registered(Tier.STANDARD, TenantSet.Policy.ofTier(), names);
        var asked = scene.asked(Risk.HIGH);

        var codes = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> scene
                        .vote(names[i], asked, i % 2 == 0 ? "APPROVE" : "DENY", "so").extract().statusCode()))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(9);
        scene.decided(asked.event().card().approvalId());
        assertThat(scene.events.all(ApprovalDecided.class)).hasSize(1);
        assertThat(scene.events.all(VoteRecorded.class)).hasSize(1);
    }

    @Test
    void keepsNoSecretOfAReason() {
        var secret = "AKIA" + "Z7QH3MNBV2KXW5RT";
        var asked = scene.asked(Risk.HIGH);

        scene.vote("ada", asked, "DENY", "it printed " + secret + "\u0000").statusCode(200);

        var reason = scene.decided(asked.event().card().approvalId()).event().reason().orElseThrow();
        assertThat(reason).doesNotContain(secret).contains("aws-access-key");
    }

    @Test
    void revokesWithAReasonWhatIsOpenAndNothingElse() {
        var asked = scene.asked(Risk.HIGH);
        var path = "/v1/approvals/" + asked.event().card().approvalId() + "/revoke";
        scene.approve("ada", asked).statusCode(200);

        scene.asOperator("bob").contentType("application/json").body("{\"reason\":\" \"}").post(path).then()
                .statusCode(422);
        Scene.as(Tokens.sre(scene.tenant(), "mark")).contentType("application/json").body("{\"reason\":\"x\"}")
                .post(path).then().statusCode(403);
        scene.asOperator("mallory").contentType("application/json").body("{\"reason\":\"x\"}").post(path).then()
                .statusCode(403);
        scene.asOperator("bob").contentType("application/json").body("{\"reason\":\"a storm\"}").post(path).then()
                .statusCode(200).body("state", equalTo("REVOKED")).body("decided_by", equalTo("bob"));
        scene.asOperator("bob").contentType("application/json").body("{\"reason\":\"again\"}").post(path).then()
                .statusCode(409).body("state", equalTo("REVOKED"));

        var execution = UUID.randomUUID();
        scene.askGrant(asked, execution);
        assertThat(scene.refusedGrant(execution).event().rule()).isEqualTo("grant/revoked");
    }

    @Test
    void revokesWhatALockedWorkerAskedForAndWhatItGotAndRefusesWhatComesAfter() {
        var pending = scene.asked(Risk.HIGH);
        var granted = scene.asked(Risk.HIGH);
        scene.approve("ada", granted).statusCode(200);

        scene.lock(Lock.Scope.OWNER, "olga");

        awaitRevoked(pending);
        awaitRevoked(granted);
        var later = scene.asked(Risk.HIGH);
        assertThat(scene.decided(later.event().card().approvalId()).event().decision())
                .isEqualTo(ApprovalDecided.Decision.REVOKED);
        var execution = UUID.randomUUID();
        scene.askGrant(granted, execution);
        assertThat(scene.refusedGrant(execution).event().rule()).isEqualTo("grant/worker-locked");
    }

    @Test
    void asksForARecoveryOfALockedWorkersDrill() {
        var stage = scene.stage(scene.drill(Risk.HIGH));
        scene.lock(Lock.Scope.WORKER, "coder-1");

        var asked = scene.askedToRecover(stage);
        assertThat(asked.event().card().expiresAt()).isEmpty();
        scene.approve("ada", asked).statusCode(200).body("state", equalTo("GRANTED"));
        scene.askGrant(asked, UUID.randomUUID());

        scene.used(asked.event().card().approvalId());
    }

    @Test
    void expiresWhatNobodyDecidedAndWhatNobodyUsed() {
        var soon = new TenantSet.Policy(
                new TenantSet.Approvals(Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.of(Duration.ofSeconds(3))),
                Optional.empty(), Optional.empty(), java.util.List.of());
        scene.registered(Tier.STANDARD, soon, "ada", "bob", "olga");
        var unheard = scene.asked(Risk.HIGH);
        var unused = scene.asked(Risk.HIGH);
        scene.approve("ada", unused).statusCode(200);

        assertThat(scene.decided(unheard.event().card().approvalId()).event().decision())
                .isEqualTo(ApprovalDecided.Decision.EXPIRED);
        scene.events.await(ApprovalDecided.class,
                it -> it.approvalId().equals(unused.event().card().approvalId())
                        && it.decision() == ApprovalDecided.Decision.EXPIRED);
        scene.approve("bob", unheard).statusCode(409).body("state", equalTo("EXPIRED"));
        var execution = UUID.randomUUID();
        scene.askGrant(unused, execution);
        assertThat(scene.refusedGrant(execution).event().rule()).isEqualTo("grant/expired");
    }

    @Test
    void listsByStateAndInstructionPageByPage() {
        var first = scene.asked(Risk.HIGH);
        var second = scene.asked(Risk.HIGH);
        scene.approve("ada", first).statusCode(200);
        var instruction = first.event().card().instructionId().orElseThrow();

        scene.asOperator("ada").get("/v1/approvals?state=PENDING").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].approval_id", equalTo(second.event().card().approvalId().toString()));
        scene.asOperator("ada").get("/v1/approvals?instruction_id=" + instruction).then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].state", equalTo("GRANTED"));
        var page = scene.asOperator("ada").get("/v1/approvals?limit=1").then().statusCode(200).extract().jsonPath();
        scene.asOperator("ada").get("/v1/approvals?limit=1&cursor=" + page.getString("next")).then().statusCode(200)
                .body("items[0].approval_id", equalTo(first.event().card().approvalId().toString()));
        scene.asWorker().get("/v1/approvals").then().statusCode(200).body("items", hasSize(2));
        Scene.as(Tokens.worker(scene.tenant(), "coder-9")).get("/v1/approvals").then().statusCode(200)
                .body("items", hasSize(0));
        Scene.as(Tokens.worker(scene.tenant(), "coder-9"))
                .get("/v1/approvals/" + first.event().card().approvalId()).then().statusCode(404);
        scene.asOperator("ada").get("/v1/approvals?state=LOST").then().statusCode(400);
        scene.asOperator("ada").get("/v1/approvals?cursor=bm9uc2Vuc2U").then().statusCode(400);
    }

    private void awaitRevoked(Envelope<ApprovalRequested> asked) {
        var decided = scene.events.await(ApprovalDecided.class,
                it -> it.approvalId().equals(asked.event().card().approvalId())
                        && it.decision() == ApprovalDecided.Decision.REVOKED);
        assertThat(decided.event().by()).isEqualTo(ApprovalDecided.By.POLICY);
    }

    private static io.restassured.response.ValidatableResponse vote(Tokens who, Envelope<ApprovalRequested> asked) {
        return Scene.vote(who, asked.event().card().approvalId(), asked.event().cardDigest(), "APPROVE", "");
    }
}
