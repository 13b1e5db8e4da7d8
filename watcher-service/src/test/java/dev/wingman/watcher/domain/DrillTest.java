package dev.wingman.watcher.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.Verdict;
import dev.wingman.watcher.domain.Drill.Known;
import dev.wingman.watcher.domain.Drill.StageState;

class DrillTest {

    private static final Optional<Decision> GRANTED = Optional.of(Decision.GRANTED);
    private static final Optional<StageFinished.Outcome> DONE = Optional.of(StageFinished.Outcome.SUCCEEDED);

    @Test
    void tellsHowFarAStageIs() {
        assertThat(state(false, Optional.empty(), false, Optional.empty(), false)).isEqualTo(StageState.PREPARED);
        assertThat(state(true, Optional.empty(), false, Optional.empty(), false)).isEqualTo(StageState.WAITING);
        assertThat(state(true, GRANTED, false, Optional.empty(), false)).isEqualTo(StageState.GRANTED);
        assertThat(state(true, Optional.of(Decision.EXPIRED), false, Optional.empty(), false))
                .isEqualTo(StageState.EXPIRED);
        assertThat(state(true, GRANTED, true, Optional.empty(), false)).isEqualTo(StageState.STARTED);
        assertThat(state(true, GRANTED, true, DONE, false)).isEqualTo(StageState.FINISHED);
        assertThat(state(true, GRANTED, false, Optional.empty(), true)).isEqualTo(StageState.REFUSED);
    }

    @Test
    void callsNothingConfirmedButWhatTheAuditorFoundTrue() {
        assertThat(Drill.state(new Known(true, GRANTED, true, DONE, false, Optional.of(Verdict.TRUE))))
                .isEqualTo(StageState.CONFIRMED);
        assertThat(Drill.state(new Known(true, GRANTED, true, DONE, false, Optional.of(Verdict.UNVERIFIABLE))))
                .isEqualTo(StageState.NOT_CONFIRMED);
    }

    @Test
    void tellsHowFarADrillIs() {
        assertThat(Drill.state(Optional.empty(), List.of())).isEqualTo("ACCEPTED");
        assertThat(Drill.state(Optional.empty(), List.of(Stage.A))).isEqualTo("RUNNING");
        assertThat(Drill.state(Optional.empty(), List.of(Stage.A, Stage.RECOVER))).isEqualTo("RECOVERING");
        assertThat(Drill.state(Optional.of(DrillFinished.End.RECOVERED), List.of(Stage.A, Stage.RECOVER)))
                .isEqualTo("RECOVERED");
    }

    private static StageState state(boolean asked, Optional<Decision> decision, boolean started,
            Optional<StageFinished.Outcome> outcome, boolean refused) {
        return Drill.state(new Known(asked, decision, started, outcome, refused, Optional.empty()));
    }
}
