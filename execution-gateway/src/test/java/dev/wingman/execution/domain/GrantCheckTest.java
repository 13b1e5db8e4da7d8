package dev.wingman.execution.domain;

import static dev.wingman.execution.domain.Samples.ACME;
import static dev.wingman.execution.domain.Samples.CODER;
import static dev.wingman.execution.domain.Samples.EXECUTION;
import static dev.wingman.execution.domain.Samples.INSTRUCTION;
import static dev.wingman.execution.domain.Samples.NOW;
import static dev.wingman.execution.domain.Samples.SITE;
import static dev.wingman.execution.domain.Samples.running;
import static dev.wingman.execution.domain.Samples.sight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.signature.Grant;

class GrantCheckTest {

    private static final Drill DRILL = Samples
            .asked(Samples.prepared(Samples.drillOf(running("web")), Stage.A, sight(running("web"))));
    private static final Execution STAGE = DRILL.current();

    @Test
    void takesTheGrantThatItAskedFor() {
        assertThat(misfit(grant())).isEmpty();
    }

    @Test
    void wantsAGrantOnlyWhileItWaitsForTheOneThatItAskedFor() {
        assertThat(GrantCheck.unwanted(STAGE)).isEmpty();
        var prepared = Samples.prepared(Samples.drillOf(running("web")), Stage.A, sight(running("web"))).current();
        var started = STAGE.started(NOW);
        var finished = started.finished(StageFinished.Outcome.SUCCEEDED, NOW);

        assertThat(GrantCheck.unwanted(prepared)).map(GrantCheck.Unwanted::rule).contains("grant/not-asked");
        for (var ran : List.of(started, finished, finished.judged(Verdict.TRUE))) {
            assertThat(GrantCheck.unwanted(ran)).map(GrantCheck.Unwanted::rule).contains("grant/replayed");
        }
        assertThat(GrantCheck.unwanted(STAGE.refused(StageRefused.Reason.LOCKED))).map(GrantCheck.Unwanted::rule)
                .contains("grant/too-late");
    }

    @Test
    void refusesAGrantThatNobodySigned() {
        assertThat(GrantCheck.misfit(DRILL, STAGE, Optional.empty(), EXECUTION, "DEV", NOW)).isPresent();
    }

    @Test
    void refusesAGrantOfAnotherGateway() {
        assertThat(misfit(audience(Grant.forGateway("PRD", SITE)))).isPresent();
        assertThat(misfit(audience(Grant.forGateway("DEV", new Identifier("far"))))).isPresent();
        assertThat(misfit(audience(Grant.forWorker(CODER)))).isPresent();
        assertThat(GrantCheck.misfit(DRILL, STAGE, Optional.of(grant()), EXECUTION, "TEST", NOW)).isPresent();
    }

    @Test
    void refusesAGrantOfAnotherTenantOrWorker() {
        assertThat(misfit(of(new Identifier("other"), CODER, EXECUTION, STAGE.approvalId(), Asked.STAGE, STAGE.of())))
                .isPresent();
        assertThat(misfit(of(ACME, new Identifier("coder-2"), EXECUTION, STAGE.approvalId(), Asked.STAGE, STAGE.of())))
                .isPresent();
    }

    @Test
    void refusesAGrantOfAnotherExecution() {
        var another = UUID.randomUUID();

        assertThat(misfit(of(ACME, CODER, another, STAGE.approvalId(), Asked.STAGE, STAGE.of()))).isPresent();
        assertThat(GrantCheck.misfit(DRILL, STAGE, Optional.of(grant()), another, "DEV", NOW)).isPresent();
    }

    @Test
    void refusesAGrantOfAnotherStageOrKind() {
        var next = DrillStage.of(INSTRUCTION, CODER, SITE, Stage.B);

        assertThat(misfit(of(ACME, CODER, EXECUTION, STAGE.approvalId(), Asked.STAGE, next))).isPresent();
        assertThat(misfit(of(ACME, CODER, EXECUTION, STAGE.approvalId(), Asked.RECOVER, STAGE.of()))).isPresent();
        assertThat(misfit(of(ACME, CODER, EXECUTION, UUID.randomUUID(), Asked.STAGE, STAGE.of()))).isPresent();
    }

    @Test
    void refusesAGrantForOtherTargetsOrAnotherInstruction() {
        assertThat(misfit(bound("sha256:other", STAGE.targetStateDigest(), INSTRUCTION))).isPresent();
        assertThat(misfit(bound(DRILL.digest(), "sha256:other", INSTRUCTION))).isPresent();
        assertThat(misfit(bound(DRILL.digest(), STAGE.targetStateDigest(), UUID.randomUUID()))).isPresent();
    }

    @Test
    void refusesAGrantThatCameTooLateOrFromTheFuture() {
        assertThat(GrantCheck.misfit(DRILL, STAGE, Optional.of(grant()), EXECUTION, "DEV", NOW.plusSeconds(30)))
                .isPresent();
        assertThat(GrantCheck.misfit(DRILL, STAGE, Optional.of(grant()), EXECUTION, "DEV", NOW.minusSeconds(6)))
                .isPresent();
    }

    private static Optional<String> misfit(Grant grant) {
        return GrantCheck.misfit(DRILL, STAGE, Optional.of(grant), EXECUTION, "DEV", NOW);
    }

    private static Grant grant() {
        return audience(Grant.forGateway("DEV", SITE));
    }

    private static Grant audience(String audience) {
        return new Grant("approval-service", audience, CODER, EXECUTION, NOW.getEpochSecond(),
                NOW.getEpochSecond() + 30, STAGE.approvalId(), Asked.STAGE, ACME, "DEV", Optional.of(STAGE.of()),
                Optional.of(INSTRUCTION), Optional.of(DRILL.digest()), Optional.of(STAGE.targetStateDigest()),
                Optional.empty());
    }

    private static Grant of(Identifier tenant, Identifier worker, UUID execution, UUID approval, Asked asked,
            DrillStage stage) {
        return new Grant("approval-service", Grant.forGateway("DEV", SITE), worker, execution, NOW.getEpochSecond(),
                NOW.getEpochSecond() + 30, approval, asked, tenant, "DEV", Optional.of(stage),
                Optional.of(INSTRUCTION), Optional.of(DRILL.digest()), Optional.of(STAGE.targetStateDigest()),
                Optional.empty());
    }

    private static Grant bound(String instructionDigest, String targetDigest, UUID instruction) {
        return new Grant("approval-service", Grant.forGateway("DEV", SITE), CODER, EXECUTION, NOW.getEpochSecond(),
                NOW.getEpochSecond() + 30, STAGE.approvalId(), Asked.STAGE, ACME, "DEV", Optional.of(STAGE.of()),
                Optional.of(instruction), Optional.of(instructionDigest), Optional.of(targetDigest),
                Optional.empty());
    }
}
