package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Tokens;

/// A tenant that is suspended in the middle of a drill: its target stands still, and stage B is asked.
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class SuspendedTenantIT {

    private static final String SUSPENDED = "The tenant is suspended.";

    private Scene scene;
    private Envelope<ApprovalRequested> stage;

    @BeforeEach
    void aDrillUnderWay() {
        scene = Scene.of(Tier.STANDARD);
        scene.link("ada", Integer.toUnsignedLong(scene.tenant().hashCode()));
        stage = scene.asked(Risk.HIGH);
        scene.suspend();
    }

    @Test
    void letsItsOperatorsBringTheTargetBackByHttpAndDecideNothingElse() {
        var recovery = recovery();

        scene.asOperator("bob").get("/v1/approvals?state=PENDING").then().statusCode(200).body("items", hasSize(2));
        scene.approve("bob", stage).statusCode(403).body("rule", equalTo("vote/tenant-suspended"));
        scene.vote("bob", stage, "DENY", "no").statusCode(403).body("rule", equalTo("vote/tenant-suspended"));
        scene.approve("bob", recovery).statusCode(200).body("state", equalTo("GRANTED"));
        scene.askGrant(recovery, UUID.randomUUID());

        scene.used(id(recovery));
        assertThat(scene.state(id(stage))).isEqualTo("PENDING");
        assertThat(scene.events.all(VoteRefused.class)).extracting(it -> it.event().rule())
                .containsExactly("vote/tenant-suspended");
    }

    @Test
    void letsItsOperatorsBringTheTargetBackByTelegramAndDecideNothingElse() {
        var recovery = recovery();
        var ada = Integer.toUnsignedLong(scene.tenant().hashCode());

        var refused = scene.refusal(scene.press(ada, stage, Choice.APPROVE, ""));
        scene.press(ada, recovery, Choice.APPROVE, "");

        assertThat(refused.rule()).isEqualTo("vote/tenant-suspended");
        assertThat(refused.detail()).startsWith(SUSPENDED);
        var decided = scene.decided(id(recovery)).event();
        assertThat(decided.decision()).isEqualTo(ApprovalDecided.Decision.GRANTED);
        assertThat(decided.deciders()).containsExactly(new Identifier("ada"));
    }

    @Test
    void answersNobodyElseAndNoOtherCall() {
        var recovery = recovery();
        var one = "/v1/approvals/" + id(recovery);

        for (var who : new Tokens[]{Tokens.worker(scene.tenant(), "coder-1"), Tokens.sre(scene.tenant(), "mark")}) {
            assertSuspended(Scene.as(who).get("/v1/approvals").then());
            assertSuspended(Scene.as(who).get(one).then());
        }
        for (var who : new Tokens[]{Tokens.worker(scene.tenant(), "coder-1"), Tokens.sre(scene.tenant(), "mark"),
                Tokens.admin(scene.tenant(), "root")}) {
            assertSuspended(Scene.vote(who, id(recovery), recovery.event().cardDigest(), "APPROVE", ""));
        }
        assertSuspended(scene.asWorker().get(one + "/wait").then());
        assertSuspended(scene.asWorker().header("Idempotency-Key", "k").post(one + "/use").then());
        assertSuspended(scene.asOperator("ada").contentType("application/json").body("{\"reason\":\"x\"}")
                .post(one + "/revoke").then());
        assertSuspended(scene.asOperator("ada").contentType("application/json")
                .body("{\"worker\":\"coder-1\",\"reason\":\"x\"}").post("/v1/releases").then());
        assertSuspended(scene.asOperator("ada").get("/v1/operators").then());
        assertSuspended(scene.asOperator("ada").post("/v1/operators/link").then());
        assertSuspended(scene.asOperator("ada").post("/v1/operators/totp").then());
        assertSuspended(scene.asOperator("ada").get("/v1/whoami").then());

        assertThat(scene.state(id(recovery))).isEqualTo("PENDING");
    }

    private Envelope<ApprovalRequested> recovery() {
        return scene.askedToRecover(stage.event().card().stage().orElseThrow());
    }

    private static void assertSuspended(ValidatableResponse answer) {
        answer.statusCode(403).body("detail", equalTo(SUSPENDED));
    }

    private static UUID id(Envelope<ApprovalRequested> asked) {
        return asked.event().card().approvalId();
    }
}
