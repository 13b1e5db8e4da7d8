package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.approval.domain.Cards;
import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalNeed;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class CommandIT {

    private Scene scene;
    private final TrustFolder trust = new TrustFolder(Parts.keys().trust());

    @BeforeEach
    void aTenantOfItsOwn() {
        scene = Scene.of(Tier.STANDARD);
    }

    @Test
    void givesAWorkerItsGrantOnceAndRepeatsItForTheSameKey() {
        var id = command(Risk.HIGH, ApprovalNeed.REQUIRED);
        var asked = scene.requested(id);
        assertThat(asked.event().card().asked()).isEqualTo(Asked.COMMAND);
        assertThat(asked.event().card().command()).contains(Scene.command());
        use(id, "k1").then().statusCode(409).body("rule", equalTo("grant/not-granted"));
        scene.approve("ada", asked).statusCode(200);

        var first = use(id, "k1").then().statusCode(200).extract().jsonPath().getString("grant");

        assertThat(use(id, "k1").then().statusCode(200).extract().jsonPath().getString("grant")).isEqualTo(first);
        use(id, "k2").then().statusCode(409).body("state", equalTo("USED"));
        use(id, "k3").then().statusCode(409);
        assertThat(scene.refusals(id)).containsExactly("grant/used-before");
        var grant = trust.grant(first).orElseThrow();
        assertThat(grant.audience()).isEqualTo(Grant.forWorker(Scene.CODER));
        assertThat(grant.command()).contains(Scene.command());
        assertThat(scene.used(id).event().grant()).isEqualTo(first);
    }

    @Test
    void givesOneGrantHoweverManyKeysAskAtOnce() {
        var id = command(Risk.HIGH, ApprovalNeed.REQUIRED);
        scene.approve("ada", scene.requested(id)).statusCode(200);

        var codes = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> use(id, "key-" + i).statusCode())).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(11);
        assertThat(scene.events.all(ApprovalUsed.class)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void givesNobodyElseTheGrant() {
        var id = command(Risk.HIGH, ApprovalNeed.REQUIRED);
        scene.approve("ada", scene.requested(id)).statusCode(200);

        Scene.as(Tokens.worker(scene.tenant(), "coder-9")).header("Idempotency-Key", "k")
                .post("/v1/approvals/" + id + "/use").then().statusCode(404);
        scene.asOperator("ada").header("Idempotency-Key", "k").post("/v1/approvals/" + id + "/use").then()
                .statusCode(403);
        scene.asWorker().post("/v1/approvals/" + id + "/use").then().statusCode(400);
        assertThat(scene.state(id)).isEqualTo("GRANTED");
    }

    @Test
    void answersALockedWorkerWith423() {
        var id = command(Risk.HIGH, ApprovalNeed.REQUIRED);
        scene.approve("ada", scene.requested(id)).statusCode(200);

        var lock = scene.lock(Lock.Scope.WORKER, "coder-1");
        scene.events.await(ApprovalDecided.class,
                it -> it.approvalId().equals(id) && it.decision() == ApprovalDecided.Decision.REVOKED);

        use(id, "k").then().statusCode(423).body("incident", equalTo(lock.incident().toString()));
        assertThat(scene.refusals(id)).containsExactly("grant/worker-locked");
    }

    @Test
    void letsThePolicyDecideALowRiskOnTheRecord() {
        var id = command(Risk.LOW, ApprovalNeed.AUTO);

        var decided = scene.decided(id).event();

        assertThat(decided.decision()).isEqualTo(ApprovalDecided.Decision.GRANTED);
        assertThat(decided.by()).isEqualTo(ApprovalDecided.By.POLICY);
        use(id, "k").then().statusCode(200);
    }

    @Test
    void opensAnInstructionsApprovalWithoutAnythingToUse() {
        var accepted = scene.accepted(new Action.None(), Risk.HIGH, ApprovalNeed.REQUIRED);
        var id = Cards.idOfInstruction(accepted.event().instructionId());
        scene.approve("ada", scene.requested(id)).statusCode(200).body("asked", equalTo("instruction"));

        use(id, "k").then().statusCode(409).body("rule", equalTo("grant/not-a-command"));
    }

    @Test
    void wakesAWorkerThatWaitsWhenItIsDecided() {
        var id = command(Risk.HIGH, ApprovalNeed.REQUIRED);
        var asked = scene.requested(id);
        scene.asWorker().get("/v1/approvals/" + id + "/wait?timeout=PT0.1S").then().statusCode(204);
        var waiting = CompletableFuture.supplyAsync(
                () -> scene.asWorker().get("/v1/approvals/" + id + "/wait?timeout=PT50S").then().extract());

        scene.approve("ada", asked).statusCode(200);

        var answer = waiting.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("GRANTED");
        scene.asWorker().get("/v1/approvals/" + id + "/wait").then().statusCode(200);
        Scene.as(Tokens.worker(scene.tenant(), "coder-9")).get("/v1/approvals/" + id + "/wait").then()
                .statusCode(404);
        scene.asWorker().get("/v1/approvals/" + id + "/wait?timeout=PT9H").then().statusCode(400);
        scene.asWorker().get("/v1/approvals/" + UUID.randomUUID() + "/wait").then().statusCode(404);
    }

    private UUID command(Risk risk, ApprovalNeed need) {
        return Cards.idOfInstruction(scene.accepted(Scene.command(), risk, need).event().instructionId());
    }

    private io.restassured.response.Response use(UUID id, String key) {
        return scene.asWorker().header("Idempotency-Key", key).post("/v1/approvals/" + id + "/use");
    }
}
