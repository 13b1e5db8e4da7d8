package dev.wingman.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.local.testing.Parts;

@SuppressWarnings("NullAway.Init")
@QuarkusTest
@QuarkusTestResource(value = Parts.class, initArgs = @ResourceArg(name = "service", value = "auditor-service"))
@QuarkusTestResource(FakeCgroups.class)
class StagesIT {

    @TempDir
    Path root;

    @Inject
    Facts facts;

    @Test
    void upholdsAStopThatGatewayAndKernelShow() {
        var yard = Yard.running("stopped", root, facts);
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        yard.finish(stage);
        yard.stops();

        var verdict = yard.scene().verdict(stage.stageId());

        assertThat(verdict.kind()).isEqualTo(VerdictReached.Kind.STAGE);
        assertThat(verdict.verdict()).isEqualTo(Verdict.TRUE);
        assertThat(verdict.worker()).isEqualTo(Yard.CODER);
        assertThat(verdict.findings().getFirst().witnesses()).containsExactly("gateway@local", "cgroup@local");
    }

    @Test
    void refutesAStopWhenTheKernelStillCountsProcesses() {
        var yard = Yard.running("still-alive", root, facts);
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        yard.finish(stage);

        var verdict = yard.verdictWhileObserving(stage.stageId(), "exited");

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(verdict.cause()).contains("its cgroup has live processes");
    }
}
