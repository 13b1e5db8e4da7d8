package dev.wingman.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Volume;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.testing.Parts;

/// The course of a drill over a real engine, and what never begins.
@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
@QuarkusTest
@TestProfile(WithEngine.class)
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "execution-gateway"))
@SuppressWarnings("NullAway.Init")
class DrillIT {

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
    void removesNothingThatTheEngineWouldNotBuildAgain() throws IOException {
        var folder = Files.createTempDirectory("wingman-test-");
        var name = yard.run("web", command -> command.withHostConfig(HostConfig.newHostConfig().withMounts(List.of(
                new Mount().withType(MountType.BIND).withSource(folder.toString()).withTarget("/data")))));
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        var remove = scene.prepared(drill, Stage.B);

        Files.delete(folder);
        var finished = scene.run(remove);

        assertThat(finished.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finished.detail()).contains(name + " could not be built again, so that nothing was removed");
        assertThat(yard.status(name)).isEqualTo("exited");
        Files.createDirectory(folder);
        assertThat(scene.run(scene.recoverAsked(drill, 1)).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(yard.status(name)).isEqualTo("running");
        Files.delete(folder);
    }

    @Test
    void holdsImageAndVolumesOfWhatItRemovedAgainstACleanUp() {
        var name = yard.run("web", command -> command.withVolumes(new Volume("/data")));
        var image = yard.inspect(name).getImageId();
        var volume = Objects.requireNonNull(yard.inspect(name).getMounts()).getFirst().getName();
        yard.alsoRemove(List.of(volume));
        var scene = Scene.owning(name);
        var drill = scene.instruct(name);
        scene.confirmed(drill, Stage.A);
        scene.confirmed(drill, Stage.B);
        var rebuild = scene.prepared(drill, Stage.C);

        assertThat(yard.status(name)).isEqualTo("absent");
        assertThatThrownBy(() -> yard.docker().removeVolumeCmd(volume).exec()).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> yard.docker().removeImageCmd(image).exec()).isInstanceOf(ConflictException.class);

        assertThat(scene.run(rebuild).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(yard.inspect(name).getMounts()).extracting(InspectContainerResponse.Mount::getName)
                .containsExactly(volume);
        assertThat(yard.successors(name)).isEmpty();
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
    void saysOfAContainerThatTwoTenantsListNothingRatherThanThatItIsAbsent() {
        var disputed = yard.run("web");
        var own = yard.run("own");
        var scene = Scene.owning(disputed, own);
        scene.events().await(ContainerObserved.class, one -> one.name().equals(disputed));

        var thief = Scene.owning(disputed, yard.name("gone"));
        thief.events().await(ContainerObserved.class, one -> one.status().equals("absent"));
        yard.docker().killContainerCmd(own).exec();
        scene.events().await(ContainerObserved.class, one -> one.name().equals(own) && one.status().equals("exited"));

        assertThat(scene.events().all(ContainerObserved.class)).filteredOn(one -> one.event().name().equals(disputed))
                .extracting(one -> one.event().status()).containsOnly("running");
        assertThat(thief.events().all(ContainerObserved.class))
                .noneMatch(one -> one.event().name().equals(disputed));
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
}
