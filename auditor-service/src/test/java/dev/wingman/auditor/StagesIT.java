package dev.wingman.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Predicate.Presence;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.local.testing.Parts;
import dev.wingman.local.testing.SignedEvents;
import dev.wingman.local.testing.Topics;

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

    @Test
    void upholdsARemovalOfWhatTheSecondWitnessSawRun() {
        var yard = Yard.running("removed", root, facts);
        yard.stops();
        var stage = yard.stage(Stage.B);
        yard.prepare(stage, Yard.web(ContainerState.ABSENT));
        yard.finish(stage);
        yard.observe("absent");

        assertThat(yard.scene().verdict(stage.stageId()).verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void leavesAnEndOpenThatTheSecondWitnessNeverSawBegin() {
        var yard = Yard.running("swapped", root, facts);
        var madeUp = new Yard(yard.scene(), facts, Yard.freshId());
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        FakeCgroups.processes(yard.id(), 0);
        yard.finish(stage);
        madeUp.observe("exited");

        var verdict = yard.scene().verdict(stage.stageId());

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("never saw it run");
    }

    @Test
    void refutesAStopOfAnotherContainerUnderTheSameName() {
        var yard = Yard.running("renamed", root, facts);
        var other = new Yard(yard.scene(), facts, Yard.freshId());
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        yard.finish(stage);

        var verdict = other.verdictWhileObserving(stage.stageId(), "exited");

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void refutesARunningContainerWithoutAProcess() {
        var yard = Yard.running("hollow", root, facts);
        FakeCgroups.processes(yard.id(), 0);
        var stage = yard.stage(Stage.C);
        yard.prepare(stage, Yard.web(ContainerState.RUNNING));
        yard.finish(stage);

        var verdict = yard.verdictWhileObserving(stage.stageId(), "running");

        assertThat(verdict.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(verdict.cause()).contains("its cgroup has no process");
    }

    @Test
    void takesNoFactThatIsOlderThanTheStagesEnd() {
        var yard = Yard.running("stale", root, facts);
        var stage = yard.stage(Stage.A);
        yard.stops();
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        yard.finish(stage);
        var started = Instant.now();

        var verdict = yard.scene().verdict(stage.stageId(), Duration.ofSeconds(30));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("has not observed it since");
        assertThat(Duration.between(started, Instant.now())).isGreaterThan(FakeCgroups.FACT_AT_MOST.minusSeconds(1));
    }

    @Test
    void parksAStageThatEndedBeforeItsPreparationCame() {
        var yard = Yard.running("out-of-order", root, facts);
        var stage = yard.stage(Stage.A);
        yard.finish(stage);
        yard.stops();
        yard.scene().verdict(yard.scene().claims(yard.scene().file("x", Presence.PRESENT)));
        assertThat(yard.scene().verdicts(stage.stageId())).isZero();

        yard.prepare(stage, Yard.web(ContainerState.EXITED));

        assertThat(yard.scene().verdict(stage.stageId()).verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void judgesNothingThatTheGatewayDidNotSign() {
        var yard = Yard.running("forged", root, facts);
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        var events = new SignedEvents(new Identifier("forged"));
        SignedEvents.publish(events.envelope(Service.EXECUTION, Yard.finished(stage)), Service.NOTIFIER);
        Scene.write(Codec.encode(events.envelope(Service.EXECUTION, Yard.finished(stage))));
        yard.stops();
        yard.scene().verdict(yard.scene().claims(yard.scene().file("x", Presence.PRESENT)));
        Topics.await("wingman.dead-letters.v1", Scene.PATIENCE,
                letter -> "forged".equals(letter.key()) && letter.text().contains("no signature"));
        assertThat(yard.scene().verdicts(stage.stageId())).isZero();

        yard.finish(stage);
        yard.observe("exited");

        assertThat(yard.scene().verdict(stage.stageId()).verdict()).isEqualTo(Verdict.TRUE);
    }

    @Test
    void reachesOneVerdictOfAStageThatEndsTwice() {
        var yard = Yard.running("twice-ended", root, facts);
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, Yard.web(ContainerState.EXITED));
        yard.finish(stage);
        yard.finish(stage);
        yard.stops();
        yard.scene().verdict(stage.stageId());
        yard.finish(stage);
        yard.observe("exited");

        yard.scene().verdict(yard.scene().claims(yard.scene().file("x", Presence.PRESENT)));

        await().during(Duration.ofSeconds(1)).atMost(Scene.PATIENCE)
                .until(() -> yard.scene().verdicts(stage.stageId()) == 1);
    }

    @Test
    void judgesNoContainerThatIsNotTheTenants() {
        var yard = Yard.running("not-yours", root, facts);
        var stage = yard.stage(Stage.A);
        yard.prepare(stage, new Predicate.Container("neighbours", ContainerState.EXITED, Optional.empty(),
                Optional.empty()));
        yard.finish(stage);
        yard.observe(Yard.HERE, "neighbours", "exited", Instant.now().plusMillis(50), Optional.of(yard.id()));

        var verdict = yard.scene().verdict(stage.stageId(), Duration.ofSeconds(30));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(verdict.cause()).contains("no container of this name");
    }
}
