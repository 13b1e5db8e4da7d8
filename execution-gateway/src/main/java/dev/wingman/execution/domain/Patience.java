package dev.wingman.execution.domain;

import java.time.Duration;
import java.time.Instant;

import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;

/// How long a drill waits for the one event that moves it on. An event may be lost; stopped targets must not wait for it for ever.
///
/// @param verdict for the auditor, after a stage
/// @param grant for the approval service's answer, after the grant was asked for
/// @param decision for a decision; longer than any approval lives
/// @param recovery until a way back that nobody decided is told again: its approval never ends by itself, but may never have begun
public record Patience(Duration verdict, Duration grant, Duration decision, Duration recovery) {

    /// What to do about a drill that waits too long.
    ///
    /// @param heardSince since when events could be heard at all: what was sent before needs its time too
    public Move overdue(Drill drill, Instant heardSince, Instant now) {
        if (!drill.open() || drill.executions().isEmpty()) {
            return new Move.Stay("nothing waits");
        }
        var stage = drill.current();
        var since = stage.since().isAfter(heardSince) ? stage.since() : heardSince;
        return Duration.between(since, now).compareTo(patience(stage)) > 0
                ? goOn(stage)
                : new Move.Stay("what it waits for may still come");
    }

    private Duration patience(Execution stage) {
        return switch (stage.phase()) {
            case PREPARED -> stage.stage() == Stage.RECOVER ? recovery : decision;
            case GRANT_ASKED -> grant;
            case STARTED, FINISHED, JUDGED, REFUSED -> verdict;
        };
    }

    /// A started stage is not looked at here: its gateway gives signs of life, or is taken over.
    private static Move goOn(Execution stage) {
        return switch (stage.phase()) {
            case PREPARED -> stage.stage() == Stage.RECOVER
                    ? new Move.TellAgain()
                    : new Move.Refuse(Reason.EXPIRED, "No decision came for longer than any approval lives.");
            case GRANT_ASKED -> new Move.Refuse(Reason.GRANT_INVALID, "The grant did not come in time.");
            case FINISHED -> new Move.Assume(Verdict.UNVERIFIABLE);
            case STARTED, JUDGED, REFUSED -> new Move.Stay("the stage is " + stage.phase());
        };
    }
}
