package dev.wingman.execution.domain;

import static dev.wingman.execution.domain.Samples.NOW;
import static dev.wingman.execution.domain.Samples.asked;
import static dev.wingman.execution.domain.Samples.container;
import static dev.wingman.execution.domain.Samples.drillOf;
import static dev.wingman.execution.domain.Samples.finished;
import static dev.wingman.execution.domain.Samples.prepared;
import static dev.wingman.execution.domain.Samples.running;
import static dev.wingman.execution.domain.Samples.sight;
import static dev.wingman.execution.domain.Samples.started;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;
import dev.wingman.execution.domain.Move.Assume;
import dev.wingman.execution.domain.Move.Prepare;
import dev.wingman.execution.domain.Move.Refuse;
import dev.wingman.execution.domain.Move.Stay;
import dev.wingman.execution.domain.Move.TellAgain;

class PatienceTest {

    private static final Sight UP = sight(running("web"));
    private static final Sight DOWN = sight(container("web", "exited"));
    private static final Drill DRILL = drillOf(running("web"));
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofMinutes(2),
            Duration.ofMinutes(65), Duration.ofMinutes(5));

    @Test
    void takesAStageThatNobodyJudgedForUnverifiableAndGoesBack() {
        var drill = finished(prepared(DRILL, Stage.B, DOWN), Outcome.SUCCEEDED);

        assertThat(after(drill, 180)).isInstanceOf(Stay.class);
        assertThat(after(drill, 181)).isEqualTo(new Assume(Verdict.UNVERIFIABLE));
        assertThat(Course.judged(drill, drill.current(), Verdict.UNVERIFIABLE, false))
                .isEqualTo(new Prepare(Stage.RECOVER));
    }

    @Test
    void refusesAGrantThatDoesNotCome() {
        for (var stage : Stage.values()) {
            var drill = asked(prepared(DRILL, stage, UP));

            assertThat(after(drill, 120)).isInstanceOf(Stay.class);
            assertThat(reason(after(drill, 121))).isEqualTo(Reason.GRANT_INVALID);
        }
    }

    @Test
    void countsTheGrantFromWhenItWasAskedForNotFromWhenHumansSaidYes() {
        var late = NOW.plus(Duration.ofHours(1));
        var waits = prepared(DRILL, Stage.A, UP);
        var drill = waits.with(waits.current().asks(Samples.EXECUTION, java.util.List.of(), NOW, late));

        assertThat(PATIENCE.overdue(drill, Instant.EPOCH, late.plusSeconds(120))).isInstanceOf(Stay.class);
        assertThat(PATIENCE.overdue(drill, Instant.EPOCH, late.plusSeconds(121))).isInstanceOf(Refuse.class);
    }

    @Test
    void refusesAStageThatNobodyDecidedForLongerThanAnyApprovalLives() {
        var drill = prepared(DRILL, Stage.B, DOWN);

        assertThat(after(drill, 65 * 60)).isInstanceOf(Stay.class);
        assertThat(reason(after(drill, 65 * 60 + 1))).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void tellsAWayBackThatNobodyDecidesAgainAndAgainAndNeverRefusesIt() {
        var drill = prepared(DRILL, Stage.RECOVER, DOWN);
        var told = drill.with(drill.current().toldAgain(NOW.plusSeconds(301)));

        assertThat(after(drill, 300)).isInstanceOf(Stay.class);
        assertThat(after(drill, 301)).isEqualTo(new TellAgain());
        assertThat(after(told, 600)).isInstanceOf(Stay.class);
        assertThat(after(told, 602)).isEqualTo(new TellAgain());
        assertThat(after(drill, 7 * 24 * 3600)).isEqualTo(new TellAgain());
    }

    @Test
    void tellsTheWayBackAgainAsItWasPrepared() {
        var drill = prepared(DRILL, Stage.RECOVER, DOWN);

        var again = new Preparation(drill, UP, "PRD", _ -> true).again();

        assertThat(again.of()).isEqualTo(drill.current().of());
        assertThat(again.targetStateDigest()).isEqualTo(drill.current().targetStateDigest());
    }

    @Test
    void countsNothingWhileNothingCouldBeHeard() {
        var drill = finished(prepared(DRILL, Stage.A, UP), Outcome.SUCCEEDED);
        var heardSince = NOW.plus(Duration.ofHours(9));

        assertThat(PATIENCE.overdue(drill, heardSince, heardSince.plusSeconds(180))).isInstanceOf(Stay.class);
        assertThat(PATIENCE.overdue(drill, heardSince, heardSince.plusSeconds(181))).isInstanceOf(Assume.class);
    }

    @Test
    void leavesAloneWhatRunsAndWhatIsOver() {
        var runs = started(prepared(DRILL, Stage.A, UP));
        var over = prepared(DRILL, Stage.A, UP).ended(End.REFUSED);

        assertThat(after(runs, 100_000)).isInstanceOf(Stay.class);
        assertThat(after(over, 100_000)).isInstanceOf(Stay.class);
        assertThat(after(DRILL, 100_000)).isInstanceOf(Stay.class);
    }

    private static Move after(Drill drill, long seconds) {
        return PATIENCE.overdue(drill, Instant.EPOCH, NOW.plusSeconds(seconds));
    }

    private static Reason reason(Move move) {
        return ((Refuse) move).reason();
    }
}
