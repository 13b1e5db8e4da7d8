package dev.wingman.execution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.wingman.contracts.ApprovalDecided.Decision;
import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;
import dev.wingman.execution.domain.Execution.Phase;

/// The course of a drill: what follows from its journal, from what came, and from what is.
public final class Course {

    private Course() {}

    /// The approval of a stage is decided.
    public static Move decided(Drill drill, Execution stage, Decision decision, Sight sight, boolean locked) {
        if (!drill.open() || !stage.waits() || decision == Decision.GRANTED && stage.phase() != Phase.PREPARED) {
            return new Move.Stay("the stage is " + stage.phase());
        }
        return switch (decision) {
            case GRANTED -> barred(drill, stage, sight, locked)
                    .orElseGet(() -> new Move.AskGrant(stage.targetStateDigest()));
            case DENIED -> new Move.Refuse(Reason.DENIED, "Humans said no.");
            case EXPIRED -> new Move.Refuse(Reason.EXPIRED, "Nobody said yes in time.");
            case REVOKED -> new Move.Refuse(Reason.REVOKED, "The approval was withdrawn.");
        };
    }

    /// The grant that a stage waits for is there: the last look before the stage starts. `misfit` says what is wrong with the grant.
    public static Move redeemed(Drill drill, Execution stage, Optional<String> misfit, Sight sight, boolean locked) {
        if (!drill.open() || stage.phase() != Phase.GRANT_ASKED) {
            return new Move.Stay("the stage is " + stage.phase());
        }
        return misfit.<Move>map(why -> new Move.Refuse(Reason.GRANT_INVALID, why))
                .or(() -> barred(drill, stage, sight, locked)).orElseGet(Move.Start::new);
    }

    /// The approval service gives no grant.
    public static Move grantRefused(Drill drill, Execution stage) {
        return drill.open() && stage.phase() == Phase.GRANT_ASKED
                ? new Move.Refuse(Reason.GRANT_INVALID, "The approval service refused the grant.")
                : new Move.Stay("the stage is " + stage.phase());
    }

    /// Worker or owner were locked while the drill was open.
    public static Move locked(Drill drill) {
        return withdrawn(drill, new Move.Refuse(Reason.LOCKED, "The worker, or its owner, is locked."));
    }

    /// The tenant was suspended while the drill was open.
    public static Move suspended(Drill drill) {
        return withdrawn(drill, new Move.Refuse(Reason.NOT_YOURS, "The tenant is suspended."));
    }

    /// What waits for humans waits no longer; the way back goes on.
    private static Move withdrawn(Drill drill, Move.Refuse refusal) {
        var stage = drill.current();
        return drill.open() && stage.waits() && stage.stage() != Stage.RECOVER
                ? refusal
                : new Move.Stay("nothing waits");
    }

    /// After a refusal: a drill that touched nothing ends there, unless a target does not run any more.
    public static Move afterRefusal(Drill drill, Sight sight) {
        return drill.touched() || !drill.targets().stream().allMatch(one -> sight.of(one).map(Container::running)
                .orElse(false)) ? new Move.Prepare(Stage.RECOVER) : new Move.Close(End.REFUSED);
    }

    /// The engine's part ended. What went wrong is put right at once, before the auditor says so; the way back itself is judged first.
    public static Move finished(Execution stage, Outcome outcome) {
        return outcome == Outcome.SUCCEEDED || stage.stage() == Stage.RECOVER
                ? new Move.Stay("the auditor looks")
                : new Move.Prepare(Stage.RECOVER);
    }

    /// The auditor said what is.
    public static Move judged(Drill drill, Execution stage, Verdict verdict, boolean locked) {
        if (!drill.open() || stage.phase() != Phase.FINISHED || !drill.current().of().equals(stage.of())) {
            return new Move.Stay("the stage is " + stage.phase());
        }
        if (verdict != Verdict.TRUE) {
            return new Move.Prepare(Stage.RECOVER);
        }
        return switch (stage.stage()) {
            case A -> next(Stage.B, locked);
            case B -> next(Stage.C, locked);
            case C -> next(Stage.D, locked);
            case D -> new Move.Close(End.COMPLETED);
            case RECOVER -> new Move.Close(End.RECOVERED);
        };
    }

    /// What became of a stage whose gateway died after it had written `STARTED`: seen, never tried again.
    public static Outcome reconciled(Drill drill, Execution stage, Sight sight) {
        var reached = drill.targets().stream().allMatch(target -> reached(stage.stage(), target, sight));
        if (reached) {
            return Outcome.SUCCEEDED;
        }
        return stage.stage() == Stage.D || sight.digest(drill.targets()).equals(stage.targetStateDigest())
                ? Outcome.FAILED
                : Outcome.OUTCOME_UNKNOWN;
    }

    /// The engine goes on with a call whose caller died: what has not changed yet may do so until the longest call is over.
    public static boolean mayStillAct(Execution stage, Instant now, Duration longest) {
        return stage.stage() != Stage.D
                && stage.startedAt().filter(at -> now.isBefore(at.plus(longest))).isPresent();
    }

    /// Whether a stage's goal is reached for one target.
    public static boolean reached(Stage stage, Target target, Sight sight) {
        var container = sight.of(target);
        return switch (stage) {
            case A -> container.filter(one -> "exited".equals(one.status())).isPresent();
            case B -> container.isEmpty();
            case C, D, RECOVER -> container.filter(one -> one.serves() && one.imageId().equals(target.imageId()))
                    .isPresent();
        };
    }

    private static Move next(Stage stage, boolean locked) {
        return new Move.Prepare(locked ? Stage.RECOVER : stage);
    }

    /// Nobody's lock may keep the targets from coming back.
    private static Optional<Move> barred(Drill drill, Execution stage, Sight sight, boolean locked) {
        if (locked && stage.stage() != Stage.RECOVER) {
            return Optional.of(new Move.Refuse(Reason.LOCKED, "The worker, or its owner, is locked."));
        }
        return sight.digest(drill.targets()).equals(stage.targetStateDigest())
                ? Optional.empty()
                : Optional.of(new Move.Refuse(Reason.TARGET_DRIFT,
                        "The targets are not as they were when humans were asked: look at them, then ask again."));
    }
}
