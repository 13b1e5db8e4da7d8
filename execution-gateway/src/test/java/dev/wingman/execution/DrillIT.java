package dev.wingman.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.Verdict;
import dev.wingman.local.testing.Parts;

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
}
