package dev.wingman.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.StageStarted;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Topics;
import dev.wingman.platform.events.Transactions;

@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
@QuarkusTest
@TestProfile(WithEngine.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class DrillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Journal journal;

    @Inject
    Transactions transactions;

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
    void stopsRemovesRebuildsAndValidatesEachOnAGrantOfItsOwn() {
        var name = yard.run("web", command -> command.withEnv("PASSWORD=hunter2", "MODE=x"));
        var image = yard.inspect(name).getImageId();
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);

        var stop = scene.prepared(drill, Stage.A);
        assertThat(yard.status(name)).isEqualTo("running");
        assertThat(scene.run(stop).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(yard.status(name)).isEqualTo("exited");
        scene.judge(stop, Verdict.TRUE);
        var remove = scene.prepared(drill, Stage.B);
        assertThat(yard.status(name)).isEqualTo("exited");
        assertThat(scene.run(remove).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(yard.status(name)).isEqualTo("absent");
        scene.judge(remove, Verdict.TRUE);
        var rebuild = scene.prepared(drill, Stage.C);
        assertThat(yard.status(name)).isEqualTo("absent");
        assertThat(scene.run(rebuild).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(rebuild, Verdict.TRUE);
        var validate = scene.prepared(drill, Stage.D);
        assertThat(scene.run(validate).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(validate, Verdict.TRUE);

        var report = scene.ended(drill);
        assertThat(report.end()).isEqualTo(DrillFinished.End.COMPLETED);
        assertThat(report.recoveryTime()).isPresent();
        assertThat(report.stages()).extracting(DrillFinished.Line::stage).containsExactly(Stage.A, Stage.B, Stage.C,
                Stage.D);
        assertThat(report.stages()).allSatisfy(line -> {
            assertThat(line.approvers()).containsExactly(new Identifier("grace"));
            assertThat(line.verdict()).contains(Verdict.TRUE);
        });
        assertThat(yard.inspect(name).getImageId()).isEqualTo(image);
        assertThat(yard.inspect(name).getConfig().getEnv()).contains("PASSWORD=hunter2", "MODE=x");
        assertThat(yard.inspect(name).getState().getRunning()).isTrue();
    }

    @Test
    void refusesWhatTheRegistryDoesNotListAndTouchesNothing() {
        var own = yard.run("web");
        var foreign = yard.run("web2");
        var scene = Scene.owning(own);

        for (var name : List.of(foreign, "../" + own, own.substring(0, own.length() - 1),
                yard.inspect(own).getId())) {
            var drill = scene.instruct(name);
            assertThat(scene.refused(drill).reason()).isEqualTo(Reason.NOT_YOURS);
            assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.REFUSED);
        }

        assertThat(yard.status(own)).isEqualTo("running");
        assertThat(yard.status(foreign)).isEqualTo("running");
    }

    @Test
    void refusesTargetsWhoseVolumeAStrangerUses() {
        var volume = yard.volume("shared");
        var own = yard.run("web", command -> command.withHostConfig(HostConfig
                .newHostConfig().withBinds(Bind.parse(volume + ":/data"))));
        var foreign = yard.run("stranger", command -> command.withHostConfig(HostConfig
                .newHostConfig().withBinds(Bind.parse(volume + ":/data"))));
        var scene = Scene.owning(own);

        var refused = scene.refused(scene.instruct(own));

        assertThat(refused.reason()).isEqualTo(Reason.FOREIGN_DEPENDANTS);
        assertThat(refused.detail()).doesNotContain(foreign);
    }

    @Test
    void leavesADrillOfAnotherSiteToItsGateway() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var elsewhere = scene.instruct(new Action.Drill(Optional.empty(), List.of(name)), Optional.of("far"));

        scene.prepared(scene.instruct(name), Stage.A);

        assertThat(scene.events().all(StagePrepared.class))
                .noneMatch(one -> one.event().of().instructionId().equals(elsewhere));
    }

    @Test
    void refusesASecondDrillOfATargetThatIsInOneAlready() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        scene.prepared(scene.instruct(name), Stage.A);

        var second = scene.instruct(name);

        assertThat(scene.refused(second).detail()).contains("another drill");
    }

    @Test
    void endsWhereHumansSayNo() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);

        scene.decide(scene.prepared(drill, Stage.A), Decision.DENIED);

        assertThat(scene.refused(drill).reason()).isEqualTo(Reason.DENIED);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.REFUSED);
        assertThat(yard.status(name)).isEqualTo("running");
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
    void refusesToActOnTargetsThatChangedSinceHumansLooked() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        var asked = scene.approve(stop);
        yard.docker().updateContainerCmd(name).withMemory(64L << 20).withMemorySwap(-1L).exec();

        scene.redeem(stop, asked, grant -> grant);

        assertThat(scene.refused(drill).reason()).isEqualTo(Reason.TARGET_DRIFT);
        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void refusesAGrantOfAnotherStageTooLateOrForAnotherGateway() {
        for (var change : List.<UnaryOperator<Grant>>of(Grants::ofStageB, Grants::expired, Grants::elsewhere,
                Grants::otherTargets)) {
            var name = yard.run("web-" + java.util.UUID.randomUUID());
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
    }

    @Test
    void rebuildsFromTheRecordedDefinitionWhenHumansStopTheDrillHalfWay() {
        var name = yard.run("web", command -> command.withEnv("PASSWORD=hunter2"));
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        scene.run(stop);
        scene.judge(stop, Verdict.TRUE);
        var remove = scene.prepared(drill, Stage.B);
        scene.run(remove);
        scene.judge(remove, Verdict.TRUE);

        scene.decide(scene.prepared(drill, Stage.C), Decision.DENIED);

        var first = scene.recoverAsked(drill, 1);
        scene.decide(first, Decision.DENIED);
        var second = scene.recoverAsked(drill, 2);
        assertThat(scene.run(second).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(second, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
        assertThat(yard.inspect(name).getConfig().getEnv()).contains("PASSWORD=hunter2");
    }

    @Test
    void runsNoStageOfALockedWorkerButBringsItsTargetsBack() {
        var name = yard.run("web");
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        var stop = scene.prepared(drill, Stage.A);
        scene.run(stop);
        scene.judge(stop, Verdict.TRUE);
        scene.prepared(drill, Stage.B);

        scene.lock();

        assertThat(scene.refused(drill).reason()).isEqualTo(Reason.LOCKED);
        var back = scene.recoverAsked(drill, 1);
        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(back, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
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

        var back = scene.recoverAsked(drill, 1);
        assertThat(scene.run(back).outcome()).isEqualTo(Outcome.SUCCEEDED);
        scene.judge(back, Verdict.TRUE);
        assertThat(scene.ended(drill).end()).isEqualTo(DrillFinished.End.RECOVERED);
    }

    @Test
    void tellsOfARemovedTargetUnderItsProject() {
        var project = yard.name("shop");
        var name = yard.run("web", command -> command.withLabels(java.util.Map.of("com.docker.compose.project",
                project)));
        var scene = Scene.owning(List.of(), List.of(project));
        var drill = scene.instruct(new Action.Drill(Optional.of(project), List.of()), Optional.empty());
        var stop = scene.prepared(drill, Stage.A);
        scene.run(stop);
        scene.judge(stop, Verdict.TRUE);
        scene.run(scene.prepared(drill, Stage.B));

        var absent = scene.events().await(ContainerObserved.class,
                one -> one.name().equals(name) && one.status().equals("absent"));

        assertThat(absent.event().project()).contains(project);
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
                    java.util.UUID.randomUUID())).await().atMost(PATIENCE);

            Awaitility.await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(mine::check).isInstanceOf(Pulse.Lost.class));
        }
    }

    @Test
    void tellsOfItsTenantsContainersThereOrNotAndOfNobodyElses() {
        var own = yard.run("web");
        var foreign = yard.run("stranger");
        var gone = yard.name("gone");
        var scene = Scene.owning(own, gone);

        var seen = scene.events().await(ContainerObserved.class, one -> one.name().equals(own));
        var absent = scene.events().await(ContainerObserved.class, one -> one.name().equals(gone));
        yard.docker().killContainerCmd(own).exec();
        scene.events().await(ContainerObserved.class, one -> one.name().equals(own) && one.status().equals("exited"));

        assertThat(seen.event().status()).isEqualTo("running");
        assertThat(seen.event().containerId()).contains(yard.inspect(own).getId());
        assertThat(seen.event().imageId()).contains(yard.inspect(own).getImageId());
        assertThat(absent.event().status()).isEqualTo("absent");
        assertThat(scene.events().all(ContainerObserved.class))
                .noneMatch(one -> one.event().name().equals(foreign));
    }

    @Test
    void keepsDefinitionsOffTheTopicsAndUnreadableInTheTable() {
        var secret = "hunter2-" + java.util.UUID.randomUUID();
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

    /// As a gateway leaves the journal that dies right after it wrote down that it starts.
    private java.util.UUID begunElsewhere(Scene scene, StagePrepared stop, GrantAsked asked) {
        var drill = journal.find(scene.events().tenant(), stop.of().drillId()).await().atMost(PATIENCE).orElseThrow();
        var started = drill.with(drill.stage(stop.of().stageId()).orElseThrow().started(Instant.now()));
        var holder = java.util.UUID.randomUUID();
        transactions.in(transaction -> journal.save(transaction, started)
                .chain(() -> journal.take(transaction, asked.executionId(), holder))).await().atMost(PATIENCE);
        return holder;
    }
}
