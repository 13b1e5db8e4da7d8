package dev.wingman.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.wingman.approval.domain.Cards;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalEscalated;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DecisionSubmitted;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.Topic;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Topics;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;

/// What takes minutes with the defaults, in seconds.
@QuarkusTest
@TestProfile(ImpatientIT.Impatient.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class ImpatientIT {

    /// Short times.
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("wingman.approval.escalates-every", "1S", "wingman.approval.link-code-lives", "PT0.001S",
                    "wingman.platform.parked-at-most", "PT2S");
        }
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    States states;
    private Scene scene;

    @BeforeEach
    void aTenantOfItsOwn() {
        scene = Scene.of(Tier.ENTERPRISE);
    }

    @Test
    void tellsARecoveryAgainUntilItIsDecided() {
        var stage = scene.stage(scene.drill(Risk.HIGH)).recover(1);
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        var asked = scene.requested(Cards.idOfStage(stage.stageId()));
        assertThat(asked.event().card().quorum()).isEqualTo(2);

        var second = scene.events.await(ApprovalEscalated.class, it -> it.times() == 2);

        assertThat(second.event().asked()).isEqualTo(Asked.RECOVER);
        scene.approve("ada", asked).statusCode(200).body("state", equalTo("PENDING")).body("escalations",
                greaterThanOrEqualTo(2));
        scene.approve("bob", asked).statusCode(200).body("state", equalTo("GRANTED"));
    }

    @Test
    void letsARecoveryBeDecidedThoughNobodyCanTellWhoIsLocked() {
        var stage = scene.stage(scene.drill(Risk.HIGH)).recover(1);
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        var asked = scene.requested(Cards.idOfStage(stage.stageId()));

        Topics.publish(Topic.LOCKDOWNS.topicName(), scene.tenant(), Map.of(), "{}".getBytes(UTF_8));
        await().atMost(Scene.PATIENCE).until(
                () -> states.standing(scene.events.tenant(), Scene.CODER) instanceof Standing.Unknown);

        scene.approve("ada", asked).statusCode(200);
        scene.approve("bob", asked).statusCode(200).body("state", equalTo("GRANTED"));
    }

    @Test
    void deniesAStageWhoseInstructionNeverComesAndAsksForARecoveryAllTheSame() {
        var stage = DrillStage.of(UUID.randomUUID(), Scene.CODER, Scene.SITE, Stage.A);
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage.recover(1), Risk.HIGH));

        assertThat(scene.decided(Cards.idOfStage(stage.stageId())).event().decision())
                .isEqualTo(ApprovalDecided.Decision.DENIED);
        var recover = scene.requested(Cards.idOfStage(stage.recover(1).stageId()));
        assertThat(scene.state(recover.event().card().approvalId())).isEqualTo("PENDING");
    }

    @Test
    void linksNoCodeThatIsTooOld() {
        var code = scene.asOperator("ada").post("/v1/operators/link").then().statusCode(201).extract().jsonPath()
                .getString("code");

        var submitted = scene.submit(9L, new DecisionSubmitted.Link(Digests.ofCanonical(code)));

        assertThat(scene.refusal(submitted).rule()).isEqualTo("link/code-unknown");
        assertThat(scene.refusal(submitted).approvalId()).isEqualTo(Optional.empty());
    }
}
