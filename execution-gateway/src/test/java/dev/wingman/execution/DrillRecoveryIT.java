package dev.wingman.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.Topics;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transactions;

/// What brings targets back: a no, a lock, silence, a dead gateway.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
@QuarkusTest
@TestProfile(WithEngine.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class DrillRecoveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Journal journal;

    @Inject
    Transactions transactions;

    @Inject
    States states;

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
    void bringsATargetBackThatStoppedByItselfBeforeHumansSaidNo() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        yard.docker().killContainerCmd(name).exec();

        scene.decide(stop, Decision.DENIED);

        var back = scene.recoverAsked(drill, 1);
        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void rebuildsFromTheRecordedDefinitionWhenHumansStopTheDrillHalfWay() {
        var name = yard.run("web", command -> command.withEnv("PASSWORD=hunter2"));
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        scene.confirmed(drill, Stage.B);

        scene.decide(scene.prepared(drill, Stage.C), Decision.DENIED);

        var first = scene.recoverAsked(drill, 1);
        scene.decide(first, Decision.DENIED);
        recovers(scene, drill, 2);
        assertThat(yard.inspect(name).getConfig().getEnv()).contains("PASSWORD=hunter2");
    }

    @Test
    void runsNoStageOfALockedWorkerButBringsItsTargetsBack() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        scene.prepared(drill, Stage.B);

        scene.lock();

        assertThat(scene.refused(drill).reason()).isEqualTo(Reason.LOCKED);
        recovers(scene, drill, 1);
        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void bringsATargetBackThoughNobodyCanTellWhoIsLocked() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        scene.decide(scene.prepared(drill, Stage.B), Decision.DENIED);
        var back = scene.recoverAsked(drill, 1);

        Topics.publish(Topic.LOCKDOWNS.topicName(), scene.events().tenant().value(), Map.of(), "{}".getBytes(UTF_8));
        Awaitility.await().atMost(PATIENCE).until(
                () -> states.standing(scene.events().tenant(), scene.worker()) instanceof Standing.Unknown);

        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(back, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
    }

    @Test
    void bringsATargetBackThatTheRegistryDroppedAndTellsThatItRuns() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        var next = scene.prepared(drill, Stage.B);

        scene.disown();
        scene.decide(next, Decision.DENIED);

        var back = scene.recoverAsked(drill, 1);
        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(scene.events().all(ContainerObserved.class))
                .filteredOn(one -> one.event().name().equals(name)).last()
                .satisfies(one -> assertThat(one.event().status()).isEqualTo("running")));
        scene.judge(back, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
    }

    @Test
    void runsNoStageOfASuspendedTenantAndAsksForTheWayBackAtOnce() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        scene.prepared(drill, Stage.B);

        scene.suspend();

        assertThat(scene.refused(drill)).satisfies(no -> assertThat(no.reason()).isEqualTo(Reason.NOT_YOURS))
                .satisfies(no -> assertThat(no.detail()).contains("suspended"));
        recovers(scene, drill, 1);
        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void asksForTheWayBackWhenTheAuditorSaysNothingAndTellsItAgain() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.run(scene.prepared(drill, Stage.A));
        var of = DrillStage.of(drill, scene.worker(), new Identifier("local"), Stage.RECOVER).recover(1);

        Awaitility.await().atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> assertThat(
                scene.events().all(StagePrepared.class)).filteredOn(one -> one.event().of().equals(of))
                .hasSizeGreaterThan(1).extracting(one -> one.event().targetStateDigest()).containsOnly(
                        scene.recoverAsked(drill, 1).targetStateDigest()));

        recovers(scene, drill, 1);
    }

    @Test
    void looksWhatBecameOfAStageWhoseGatewayDied() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        var asked = scene.approve(stop);
        begunElsewhere(scene, stop, asked);

        var finished = scene.finished(stop);

        assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(yard.status(name)).isEqualTo("running");
        scene.recoverAsked(drill, 1);
    }

    @Test
    void actsNoMoreOnceAnotherTookOverOrTheGrantRanOut() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var stop = scene.prepared(scene.instruct(name), Stage.A);
        var asked = scene.approve(stop);
        var holder = begunElsewhere(scene, stop, asked);

        try (var mine = new Pulse(journal, asked.executionId(), holder, Duration.ofSeconds(1), () -> true);
                var late = new Pulse(journal, asked.executionId(), holder, Duration.ofSeconds(1), () -> false)) {
            mine.check();
            assertThatThrownBy(late::check).isInstanceOf(Pulse.TooLate.class);
            transactions.in(transaction -> journal.take(transaction, asked.executionId(),
                    UUID.randomUUID())).await().atMost(PATIENCE);

            Awaitility.await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(mine::check).isInstanceOf(Pulse.Lost.class));
        }
    }

    private static void recovers(Scene scene, UUID drill, int turn) {
        var back = scene.recoverAsked(drill, turn);
        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(back, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
    }

    /// As a gateway leaves the journal that dies right after it wrote down that it starts.
    private UUID begunElsewhere(Scene scene, StagePrepared stop, GrantAsked asked) {
        var drill = journal.find(scene.events().tenant(), stop.of().drillId()).await().atMost(PATIENCE).orElseThrow();
        var started = drill.with(drill.stage(stop.of().stageId()).orElseThrow().started(Instant.now()));
        var holder = UUID.randomUUID();
        transactions.in(transaction -> journal.save(transaction, started)
                .chain(() -> journal.take(transaction, asked.executionId(), holder))).await().atMost(PATIENCE);
        return holder;
    }
}
