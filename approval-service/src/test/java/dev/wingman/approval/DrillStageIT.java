package dev.wingman.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VoteRecorded.Choice;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;

@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "approval-service"))
class DrillStageIT {

    private Scene scene;
    private final TrustFolder trust = new TrustFolder(Parts.keys().trust());

    @BeforeEach
    void aTenantOfItsOwn() {
        scene = Scene.of(Tier.STANDARD);
    }

    @Test
    void turnsAPreparedStageIntoAGrantForItsGatewayThroughOneHumansYes() {
        var asked = scene.asked(Risk.HIGH);
        var card = asked.event().card();
        assertThat(card.asked()).isEqualTo(Asked.STAGE);
        assertThat(card.quorum()).isEqualTo(1);
        assertThat(card.digest()).isEqualTo(asked.event().cardDigest());

        scene.approve("ada", asked).statusCode(200).body("state", equalTo("GRANTED"))
                .body("decided_by", equalTo("ada"));
        assertThat(scene.decided(card.approvalId()).event().decision()).isEqualTo(ApprovalDecided.Decision.GRANTED);
        var execution = Ids.first(Instant.now());
        scene.askGrant(asked, execution);

        var used = scene.used(card.approvalId()).event();
        assertThat(used.executionId()).isEqualTo(execution);
        var grant = trust.grant(used.grant()).orElseThrow();
        assertThat(grant.audience()).isEqualTo(Grant.forGateway("DEV", Scene.SITE)).isEqualTo(used.audience());
        assertThat(grant.executionId()).isEqualTo(execution);
        assertThat(grant.approvalId()).isEqualTo(card.approvalId());
        assertThat(grant.tenantId()).isEqualTo(scene.events.tenant());
        assertThat(grant.stage()).isEqualTo(card.stage());
        assertThat(grant.targetStateDigest()).contains(Scene.TARGET);
        assertThat(grant.instructionDigest()).contains(Scene.DIGEST);
        assertThat(grant.isLive(Instant.now())).isTrue();
        assertThat(grant.isLive(Instant.now().plusSeconds(40))).isFalse();
        assertThat(scene.state(card.approvalId())).isEqualTo("USED");
    }

    @Test
    void namesTheTenantsRulesThatTightenedTheInstructionOnTheCard() {
        var drill = scene.ruled(new Action.Drill(Optional.empty(), List.of("shop-db")), List.of("eyes", "far"));
        var command = scene.ruled(Scene.command(), List.of("prod"));

        scene.events.publish(Service.EXECUTION, Scene.prepared(scene.stage(drill), Risk.HIGH));

        var asked = scene.requested(Cards.idOfStage(scene.stage(drill).stageId())).event();
        assertThat(asked.card().policyRules()).containsExactly("eyes", "far");
        assertThat(asked.cardDigest()).isEqualTo(asked.card().digest());
        assertThat(scene.requested(Cards.idOfInstruction(command.event().instructionId())).event().card()
                .policyRules()).containsExactly("prod");
    }

    @Test
    void countsAPressOfALinkedOperatorAndTellsTheNextThatItIsDecided() {
        scene.link("ada", 4711L);
        scene.link("bob", 4712L);
        var asked = scene.asked(Risk.HIGH);

        scene.press(4711L, asked, Choice.APPROVE, "");
        assertThat(scene.decided(asked.event().card().approvalId()).event().deciders())
                .containsExactly(new dev.wingman.contracts.Identifier("ada"));

        var late = scene.refusal(scene.press(4712L, asked, Choice.DENY, "no"));
        assertThat(late.rule()).isEqualTo("vote/already-decided");
        assertThat(late.detail()).isEqualTo("already decided by ada");
    }

    @Test
    void makesOneApprovalOfAStageThatIsPreparedTwiceAndOfOneThatComesTwice() {
        var stage = scene.stage(scene.drill(Risk.HIGH));
        var prepared = scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        SignedEvents.publish(prepared);
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        scene.asked(Risk.HIGH);

        assertThat(scene.events.all(ApprovalRequested.class))
                .filteredOn(it -> it.event().card().stage().equals(Optional.of(stage))).hasSize(1);
    }

    @Test
    void waitsForAnInstructionThatArrivesAfterItsStage() {
        var accepted = scene.events.envelope(Service.GATEKEEPER, scene.instruction(
                new dev.wingman.contracts.Action.Drill(Optional.empty(), List.of("shop-db")), Risk.CRITICAL,
                dev.wingman.contracts.ApprovalNeed.REQUIRED));
        var stage = scene.stage(accepted);
        scene.events.publish(Service.EXECUTION, Scene.prepared(stage, Risk.HIGH));
        SignedEvents.publish(accepted);

        var card = scene.requested(dev.wingman.approval.domain.Cards.idOfStage(stage.stageId())).event().card();

        assertThat(card.title()).isEqualTo("Drill of the shop's database");
        assertThat(card.risk()).isEqualTo(Risk.CRITICAL);
        assertThat(card.quorum()).isEqualTo(2);
    }

    @Test
    void redeemsOnceHoweverManyAskAtOnce() {
        var asked = scene.asked(Risk.HIGH);
        scene.approve("ada", asked).statusCode(200);
        var executions = IntStream.range(0, 12).mapToObj(_ -> Ids.first(Instant.now())).toList();

        CompletableFuture.allOf(executions.stream()
                .map(execution -> CompletableFuture.runAsync(() -> scene.askGrant(asked, execution)))
                .toArray(CompletableFuture[]::new)).join();

        var used = scene.used(asked.event().card().approvalId()).event();
        executions.stream().filter(execution -> !execution.equals(used.executionId())).forEach(
                execution -> assertThat(scene.refusedGrant(execution).event().rule()).isEqualTo("grant/used-before"));
        assertThat(scene.events.all(ApprovalUsed.class)).hasSize(1);
    }

    @Test
    void answersTheSameExecutionNothingNew() {
        var asked = scene.asked(Risk.HIGH);
        scene.approve("ada", asked).statusCode(200);
        var execution = Ids.first(Instant.now());
        scene.askGrant(asked, execution);
        scene.used(asked.event().card().approvalId());

        scene.askGrant(asked, execution);
        var second = Ids.first(Instant.now());
        scene.askGrant(asked, second);

        scene.refusedGrant(second);
        assertThat(scene.events.all(ApprovalUsed.class)).hasSize(1);
        assertThat(scene.events.all(GrantRefused.class)).hasSize(1);
    }

    @Test
    void refusesAGrantBeforeTheYesForAnotherStageForADriftedTargetAndForAnotherTenant() {
        var asked = scene.asked(Risk.HIGH);
        var card = asked.event().card();
        var stage = card.stage().orElseThrow();

        var early = UUID.randomUUID();
        scene.askGrant(asked, early);
        assertThat(scene.refusedGrant(early).event().rule()).isEqualTo("grant/not-granted");

        scene.approve("ada", asked).statusCode(200);
        var drifted = UUID.randomUUID();
        scene.events.publish(Service.EXECUTION,
                new GrantAsked(stage, card.approvalId(), drifted, "sha256:" + "ef".repeat(32)));
        assertThat(scene.refusedGrant(drifted).event().rule()).isEqualTo("grant/target-drift");

        var other = UUID.randomUUID();
        var stageB = DrillStage.of(stage.instructionId(), stage.worker(), stage.site(), Stage.B);
        scene.events.publish(Service.EXECUTION, new GrantAsked(stageB, card.approvalId(), other, Scene.TARGET));
        assertThat(scene.refusedGrant(other).event().rule()).isEqualTo("grant/other-stage");

        var thief = Scene.of(Tier.BASIC);
        var stolen = UUID.randomUUID();
        thief.events.publish(Service.EXECUTION, new GrantAsked(stage, card.approvalId(), stolen, Scene.TARGET));
        assertThat(thief.refusedGrant(stolen).event().rule()).isEqualTo("grant/no-such-approval");
        assertThat(scene.state(card.approvalId())).isEqualTo("GRANTED");
    }

    @Test
    void believesNoGrantAskedAndNoStageThatTheGatewayDidNotSign() {
        var asked = scene.asked(Risk.HIGH);
        var card = asked.event().card();
        scene.approve("ada", asked).statusCode(200);
        var forged = scene.events.envelope(Service.EXECUTION, new GrantAsked(card.stage().orElseThrow(),
                card.approvalId(), UUID.randomUUID(), Scene.TARGET));

        SignedEvents.publish(forged, Service.NOTIFIER);
        var honest = Ids.first(Instant.now());
        scene.askGrant(asked, honest);

        assertThat(scene.used(card.approvalId()).event().executionId()).isEqualTo(honest);
    }

    @Test
    void deniesAStageThatFollowsAnotherInstructionThanTheOneAccepted() {
        var drill = scene.drill(Risk.HIGH);
        var stage = scene.stage(drill);
        var honest = Scene.prepared(stage, Risk.HIGH);

        scene.events.publish(Service.EXECUTION,
                new dev.wingman.contracts.StagePrepared(stage, honest.preview(), "sha256:" + "00".repeat(32),
                        honest.targetStateDigest(), honest.expects(), Risk.HIGH, List.of()));

        var decided = scene.decided(dev.wingman.approval.domain.Cards.idOfStage(stage.stageId())).event();
        assertThat(decided.decision()).isEqualTo(ApprovalDecided.Decision.DENIED);
        assertThat(decided.by()).isEqualTo(ApprovalDecided.By.POLICY);
    }
}
