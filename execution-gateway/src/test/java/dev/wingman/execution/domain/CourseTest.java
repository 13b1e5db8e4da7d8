package dev.wingman.execution.domain;

import static dev.wingman.execution.domain.Samples.asked;
import static dev.wingman.execution.domain.Samples.container;
import static dev.wingman.execution.domain.Samples.drillOf;
import static dev.wingman.execution.domain.Samples.finished;
import static dev.wingman.execution.domain.Samples.prepared;
import static dev.wingman.execution.domain.Samples.running;
import static dev.wingman.execution.domain.Samples.shaped;
import static dev.wingman.execution.domain.Samples.sight;
import static dev.wingman.execution.domain.Samples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;
import dev.wingman.execution.domain.Move.AskGrant;
import dev.wingman.execution.domain.Move.Close;
import dev.wingman.execution.domain.Move.Prepare;
import dev.wingman.execution.domain.Move.Refuse;
import dev.wingman.execution.domain.Move.Start;
import dev.wingman.execution.domain.Move.Stay;

class CourseTest {

    private static final Sight UP = sight(running("web"));
    private static final Sight DOWN = sight(container("web", "exited"));
    private static final Sight GONE = sight();
    private static final Sight CHANGED = sight(shaped(running("web"), "sha256:aa", "another shape"));
    private static final Drill DRILL = drillOf(running("web"));

    @Test
    void asksForTheGrantOnceHumansSaidYesAndTheTargetsAreAsTheyWere() {
        var drill = prepared(DRILL, Stage.A, UP);

        var move = Course.decided(drill, drill.current(), Decision.GRANTED, UP, false);

        assertThat(move).isEqualTo(new AskGrant(UP.digest(drill.targets())));
    }

    @ParameterizedTest
    @CsvSource({"DENIED,DENIED", "EXPIRED,EXPIRED", "REVOKED,REVOKED"})
    void refusesWithoutAYes(Decision decision, Reason reason) {
        var drill = prepared(DRILL, Stage.A, UP);

        assertThat(Course.decided(drill, drill.current(), decision, UP, false))
                .isInstanceOfSatisfying(Refuse.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED", "REVOKED"})
    void refusesWhatIsWithdrawnBeforeItIsUsed(Decision decision) {
        var drill = asked(prepared(DRILL, Stage.A, UP));

        assertThat(Course.decided(drill, drill.current(), decision, UP, false)).isInstanceOf(Refuse.class);
    }

    @Test
    void refusesDriftBeforeTheGrantAndBeforeTheStart() {
        var waits = prepared(DRILL, Stage.A, UP);
        var redeemed = asked(waits);

        assertThat(reason(Course.decided(waits, waits.current(), Decision.GRANTED, CHANGED, false)))
                .isEqualTo(Reason.TARGET_DRIFT);
        assertThat(reason(Course.redeemed(redeemed, redeemed.current(), Optional.empty(), DOWN, false)))
                .isEqualTo(Reason.TARGET_DRIFT);
    }

    @Test
    void refusesALockedWorkerBeforeTheGrantAndBeforeTheStart() {
        var waits = prepared(DRILL, Stage.A, UP);
        var redeemed = asked(waits);

        assertThat(reason(Course.decided(waits, waits.current(), Decision.GRANTED, UP, true)))
                .isEqualTo(Reason.LOCKED);
        assertThat(reason(Course.redeemed(redeemed, redeemed.current(), Optional.empty(), UP, true)))
                .isEqualTo(Reason.LOCKED);
        assertThat(reason(Course.locked(waits))).isEqualTo(Reason.LOCKED);
        assertThat(reason(Course.suspended(waits))).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void bringsTargetsBackEvenForALockedWorker() {
        var drill = asked(prepared(DRILL, Stage.RECOVER, DOWN));

        assertThat(Course.redeemed(drill, drill.current(), Optional.empty(), DOWN, true)).isEqualTo(new Start());
        assertThat(Course.locked(drill)).isInstanceOf(Stay.class);
        assertThat(Course.suspended(drill)).isInstanceOf(Stay.class);
    }

    @Test
    void refusesAGrantThatDoesNotFit() {
        var drill = asked(prepared(DRILL, Stage.A, UP));

        assertThat(reason(Course.redeemed(drill, drill.current(), Optional.of("for another stage"), UP, false)))
                .isEqualTo(Reason.GRANT_INVALID);
        assertThat(reason(Course.grantRefused(drill, drill.current()))).isEqualTo(Reason.GRANT_INVALID);
    }

    @Test
    void startsOnlyFromWhereItAskedForTheGrant() {
        var neverAsked = prepared(DRILL, Stage.A, UP);
        var begun = started(neverAsked);
        var over = finished(neverAsked, Outcome.SUCCEEDED);

        for (var drill : new Drill[]{neverAsked, begun, over, begun.ended(End.REFUSED)}) {
            assertThat(Course.redeemed(drill, drill.current(), Optional.empty(), UP, false)).isInstanceOf(Stay.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void hearsNothingOfADecisionOnAStageThatStarted(Decision decision) {
        var drill = started(prepared(DRILL, Stage.A, UP));

        assertThat(Course.decided(drill, drill.current(), decision, UP, false)).isInstanceOf(Stay.class);
    }

    @Test
    void endsUntouchedWhereNothingRanAndTheTargetsRun() {
        var drill = prepared(DRILL, Stage.A, UP);

        assertThat(Course.afterRefusal(drill, UP)).isEqualTo(new Close(End.REFUSED));
        assertThat(Course.afterRefusal(drill, DOWN)).isEqualTo(new Prepare(Stage.RECOVER));
        assertThat(Course.afterRefusal(drill, GONE)).isEqualTo(new Prepare(Stage.RECOVER));
    }

    @Test
    void neverEndsAfterARefusalOnceSomethingRan() {
        var drill = prepared(finished(prepared(DRILL, Stage.A, UP), Outcome.SUCCEEDED), Stage.B, DOWN);

        assertThat(Course.afterRefusal(drill, UP)).isEqualTo(new Prepare(Stage.RECOVER));
    }

    @ParameterizedTest
    @CsvSource({"A,B", "B,C", "C,D"})
    void goesOnOnlyWhenRealityAgrees(Stage stage, Stage next) {
        var drill = finished(prepared(DRILL, stage, UP), Outcome.SUCCEEDED);

        assertThat(Course.judged(drill, drill.current(), Verdict.TRUE, false)).isEqualTo(new Prepare(next));
        assertThat(Course.judged(drill, drill.current(), Verdict.TRUE, true)).isEqualTo(new Prepare(Stage.RECOVER));
        assertThat(Course.judged(drill, drill.current(), Verdict.FALSE, false))
                .isEqualTo(new Prepare(Stage.RECOVER));
        assertThat(Course.judged(drill, drill.current(), Verdict.UNVERIFIABLE, false))
                .isEqualTo(new Prepare(Stage.RECOVER));
    }

    @Test
    void completesAfterTheValidationAndRecoversAfterTheWayBack() {
        var validated = finished(prepared(DRILL, Stage.D, UP), Outcome.SUCCEEDED);
        var back = finished(prepared(DRILL, Stage.RECOVER, DOWN), Outcome.OUTCOME_UNKNOWN);

        assertThat(Course.judged(validated, validated.current(), Verdict.TRUE, true))
                .isEqualTo(new Close(End.COMPLETED));
        assertThat(Course.judged(back, back.current(), Verdict.TRUE, true)).isEqualTo(new Close(End.RECOVERED));
        assertThat(Course.judged(back, back.current(), Verdict.FALSE, false)).isEqualTo(new Prepare(Stage.RECOVER));
    }

    @Test
    void hearsAVerdictOnceAndOnlyOnTheStageThatTheDrillIsAt() {
        var judged = finished(prepared(DRILL, Stage.A, UP), Outcome.SUCCEEDED);
        var once = judged.with(judged.current().judged(Verdict.TRUE));
        var behind = prepared(judged, Stage.RECOVER, DOWN);

        assertThat(Course.judged(once, once.current(), Verdict.TRUE, false)).isInstanceOf(Stay.class);
        assertThat(Course.judged(behind, behind.executions().getFirst(), Verdict.TRUE, false))
                .isInstanceOf(Stay.class);
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "OUTCOME_UNKNOWN"})
    void goesBackAtOnceAfterAStageThatWentWrong(Outcome outcome) {
        assertThat(Course.finished(prepared(DRILL, Stage.B, DOWN).current(), outcome))
                .isEqualTo(new Prepare(Stage.RECOVER));
        assertThat(Course.finished(prepared(DRILL, Stage.RECOVER, DOWN).current(), outcome)).isInstanceOf(Stay.class);
    }

    @Test
    void seesAfterACrashWhatWasDone() {
        assertThat(afterCrash(Stage.A, UP, DOWN)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(afterCrash(Stage.B, DOWN, GONE)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(afterCrash(Stage.C, GONE, UP)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(afterCrash(Stage.D, UP, UP)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(afterCrash(Stage.RECOVER, DOWN, UP)).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void seesAfterACrashWhatWasNotDone() {
        assertThat(afterCrash(Stage.A, UP, UP)).isEqualTo(Outcome.FAILED);
        assertThat(afterCrash(Stage.B, DOWN, DOWN)).isEqualTo(Outcome.FAILED);
        assertThat(afterCrash(Stage.C, GONE, GONE)).isEqualTo(Outcome.FAILED);
        assertThat(afterCrash(Stage.D, UP, DOWN)).isEqualTo(Outcome.FAILED);
        assertThat(afterCrash(Stage.RECOVER, DOWN, DOWN)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void waitsForACallThatTheEngineMayStillBeAt() {
        var stop = started(prepared(DRILL, Stage.A, UP)).current();
        var longest = Duration.ofSeconds(40);

        assertThat(Course.mayStillAct(stop, Samples.NOW.plusSeconds(39), longest)).isTrue();
        assertThat(Course.mayStillAct(stop, Samples.NOW.plusSeconds(40), longest)).isFalse();
        assertThat(Course.mayStillAct(started(prepared(DRILL, Stage.D, UP)).current(), Samples.NOW, longest)).isFalse();
    }

    @Test
    void saysThatItCannotTellWhereOnlySomeWasDone() {
        var two = drillOf(running("web"), running("db"));
        var before = sight(running("web"), running("db"));
        var drill = started(prepared(two, Stage.A, before));

        assertThat(Course.reconciled(drill, drill.current(), sight(container("web", "exited"), running("db"))))
                .isEqualTo(Outcome.OUTCOME_UNKNOWN);
        assertThat(afterCrash(Stage.A, UP, GONE)).isEqualTo(Outcome.OUTCOME_UNKNOWN);
        assertThat(afterCrash(Stage.C, GONE, sight(container("web", "created")))).isEqualTo(Outcome.OUTCOME_UNKNOWN);
    }

    @Test
    void takesAnotherImageForNoRebuild() {
        assertThat(afterCrash(Stage.C, GONE, sight(shaped(running("web"), "sha256:bb", "shape"))))
                .isEqualTo(Outcome.OUTCOME_UNKNOWN);
    }

    @Test
    void movesAStageOnlyForward() {
        var over = finished(prepared(DRILL, Stage.A, UP), Outcome.SUCCEEDED).current();

        assertThatThrownBy(() -> over.started(Samples.NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.refused(Reason.DENIED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.finished(Outcome.FAILED, Samples.NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesEachTurnOfTheWayBackAnIdOfItsOwn() {
        var first = prepared(DRILL, Stage.RECOVER, DOWN);
        var second = prepared(first, Stage.RECOVER, DOWN);

        assertThat(second.current().of().stageId()).isNotEqualTo(first.current().of().stageId());
        assertThat(second.current().approvalId()).isNotEqualTo(first.current().approvalId());
    }

    private static Outcome afterCrash(Stage stage, Sight before, Sight after) {
        var drill = started(prepared(DRILL, stage, before));
        return Course.reconciled(drill, drill.current(), after);
    }

    private static Reason reason(Move move) {
        return ((Refuse) move).reason();
    }
}
