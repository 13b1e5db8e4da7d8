package dev.wingman.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.GrantDiscarded;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.StageStarted;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Topics;

/// Who tries to make the gateway act, and what the gateway gives away.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
@QuarkusTest
@TestProfile(WithEngine.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class DrillCheatsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool sql;

    private Yard yard;

    @BeforeEach
    void open() {
        yard = new Yard();
    }

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void refusesAGrantOfAnotherStageTenantEnvironmentOrGatewayAndOneTooLate() {
        for (var change : List.<UnaryOperator<Grant>>of(Grants::ofStageB, Grants::expired, Grants::elsewhere,
                Grants::otherTargets, Grants::ofAnotherTenant, Grants::ofAnotherEnvironment)) {
            var name = yard.run("web-" + UUID.randomUUID());
            var scene = Scene.owning(name);
            var drill = scene.instruct(name);
            var stop = scene.prepared(drill, Stage.A);

            scene.redeem(stop, scene.approve(stop), change);

            assertThat(scene.refused(drill).reason()).isEqualTo(Reason.GRANT_INVALID);
            assertThat(yard.status(name)).isEqualTo("running");
        }
    }

    @Test
    void hearsNothingOfAGrantOrADecisionThatSomebodyElseSigned() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        SignedEvents.publish(scene.events().envelope(Service.APPROVAL, scene.decided(stop, Decision.GRANTED)),
                Service.NOTIFIER);
        var asked = scene.approve(stop);
        var forged = scene.used(stop, asked, scene.grant(stop, asked));
        SignedEvents.publish(scene.events().envelope(Service.APPROVAL, forged), Service.WATCHER);

        var withForgedGrant = new ApprovalUsed(forged.approvalId(), forged.asked(), forged.worker(), forged.stage(),
                forged.executionId(), forged.audience(), Scene.key(Service.GATEKEEPER).sign(scene.grant(stop, asked)));
        scene.events().publish(Service.APPROVAL, withForgedGrant);

        assertThat(scene.refused(drill).reason()).isEqualTo(Reason.GRANT_INVALID);
        assertThat(scene.events().all(GrantAsked.class)).hasSize(1);
        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void actsOnceHoweverOftenAGrantComes() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        var asked = scene.approve(stop);
        var grant = scene.grant(stop, asked);
        var first = scene.events().publish(Service.APPROVAL, scene.used(stop, asked, grant));
        scene.finished(stop);
        yard.docker().startContainerCmd(name).exec();

        SignedEvents.publish(first);
        scene.events().publish(Service.APPROVAL, scene.used(stop, asked, grant));
        scene.decide(stop, Decision.GRANTED);
        scene.judge(stop, Verdict.FALSE);

        scene.recoverAsked(drill, 1);
        assertThat(yard.status(name)).isEqualTo("running");
        assertThat(scene.events().all(StageStarted.class)).hasSize(1);
        assertThat(scene.events().all(GrantAsked.class)).hasSize(1);
        assertThat(scene.events().all(GrantDiscarded.class)).singleElement()
                .satisfies(discarded -> assertThat(discarded.event().rule()).isEqualTo("grant/replayed"));
    }

    @Test
    void saysThatAGrantCameWhichNobodyAskedForAndWaitsOn() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var stop = scene.prepared(scene.instruct(name), Stage.A);
        var unasked = new GrantAsked(stop.of(), Scene.approval(stop), UUID.randomUUID(), stop.targetStateDigest());
        var unknown = DrillStage.of(UUID.randomUUID(), scene.worker(), new Identifier("local"), Stage.A);
        var elsewhere = DrillStage.of(UUID.randomUUID(), scene.worker(), new Identifier("far"), Stage.A);

        var first = scene.redeem(stop, unasked, grant -> grant);
        scene.events().publish(Service.APPROVAL, about(elsewhere, first.event()));
        scene.events().publish(Service.APPROVAL, about(unknown, first.event()));

        assertThat(discarded(scene, unknown).rule()).isEqualTo("grant/unknown-stage");
        assertThat(discarded(scene, stop.of())).satisfies(said -> {
            assertThat(said.rule()).isEqualTo("grant/not-asked");
            assertThat(said.approvalId()).isEqualTo(Scene.approval(stop));
            assertThat(said.executionId()).isEqualTo(unasked.executionId());
        });
        assertThat(scene.run(stop).outcome()).isEqualTo(StageFinished.Outcome.SUCCEEDED);
        assertThat(scene.events().all(GrantDiscarded.class)).hasSize(2);
    }

    private static GrantDiscarded discarded(Scene scene, DrillStage stage) {
        return scene.events().await(GrantDiscarded.class, one -> one.of().equals(stage)).event();
    }

    private static ApprovalUsed about(DrillStage stage, ApprovalUsed used) {
        return new ApprovalUsed(used.approvalId(), used.asked(), used.worker(), Optional.of(stage),
                used.executionId(), used.audience(), used.grant());
    }

    @Test
    void keepsDefinitionsOffTheTopicsAndUnreadableInTheTable() {
        var secret = "hunter2-" + UUID.randomUUID();
        var name = yard.run("web", command -> command.withEnv("PASSWORD=" + secret));
        var scene = Scene.owning(name);
        scene.prepared(scene.instruct(name), Stage.A);

        var sealed = sql.preparedQuery("select encode(sealed, 'escape') from definition where name = $1")
                .execute(Tuple.of(name)).await().atMost(PATIENCE).iterator().next().getString(0);

        assertThat(sealed).doesNotContain(secret).doesNotContain("PASSWORD");
        for (var topic : Topic.values()) {
            assertThat(Topics.read(topic.topicName())).noneMatch(raw -> raw.text().contains(secret));
        }
    }

    @Test
    void forgetsWhatATargetIsRebuiltFromWhenItsDrillEnds() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);

        scene.decide(scene.prepared(drill, Stage.A), Decision.DENIED);
        scene.ended(drill);

        assertThat(sql.preparedQuery("select 1 from definition where name = $1").execute(Tuple.of(name)).await()
                .atMost(PATIENCE).rowCount()).isZero();
    }
}
