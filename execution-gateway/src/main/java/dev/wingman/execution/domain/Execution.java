package dev.wingman.execution.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.Verdict;

/// A stage's line in the journal. It moves only forward, and each move only from where it belongs.
///
/// @param targetStateDigest what humans are asked about
/// @param executionId chosen once, before the grant is asked for; kept over a restart
/// @param movedAt when it last came to wait for something, or was told again
public record Execution(DrillStage of, Phase phase, String targetStateDigest, Optional<UUID> executionId,
        List<Identifier> approvers, Instant preparedAt, Optional<Instant> decidedAt, Optional<Instant> startedAt,
        Optional<Instant> finishedAt, Optional<StageFinished.Outcome> outcome, Optional<Verdict> verdict,
        Optional<StageRefused.Reason> refusal, Optional<Instant> movedAt) {

    /// Where a stage stands.
    public enum Phase {
        /// Humans are asked.
        PREPARED,
        /// They said yes; the grant is asked for.
        GRANT_ASKED,
        /// The grant is there and written down: the engine is being called, or was.
        STARTED,
        /// It ended; the auditor looks.
        FINISHED,
        /// The auditor said what is.
        JUDGED,
        /// It does not run.
        REFUSED
    }

    public Execution {
        approvers = List.copyOf(approvers);
    }

    static Execution prepared(DrillStage of, String digest, Instant at) {
        return new Execution(of, Phase.PREPARED, digest, Optional.empty(), List.of(), at, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(at));
    }

    /// Told once more, as it was: it waits anew.
    public Execution toldAgain(Instant at) {
        from(Phase.PREPARED);
        return new Execution(of, phase, targetStateDigest, executionId, approvers, preparedAt, decidedAt, startedAt,
                finishedAt, outcome, verdict, refusal, Optional.of(at));
    }

    /// Since when it waits for what moves it on.
    public Instant since() {
        return movedAt.orElse(preparedAt);
    }

    public Stage stage() {
        return of.stage();
    }

    public UUID approvalId() {
        return Ids.derived(of.stageId(), "approval");
    }

    /// Nothing was asked of the engine, and still may be.
    public boolean waits() {
        return phase == Phase.PREPARED || phase == Phase.GRANT_ASKED;
    }

    public Execution asks(UUID execution, List<Identifier> deciders, Instant decided, Instant at) {
        from(Phase.PREPARED);
        return new Execution(of, Phase.GRANT_ASKED, targetStateDigest, Optional.of(execution), deciders, preparedAt,
                Optional.of(decided), startedAt, finishedAt, outcome, verdict, refusal, Optional.of(at));
    }

    public Execution started(Instant at) {
        from(Phase.GRANT_ASKED);
        return new Execution(of, Phase.STARTED, targetStateDigest, executionId, approvers, preparedAt, decidedAt,
                Optional.of(at), finishedAt, outcome, verdict, refusal, Optional.of(at));
    }

    public Execution finished(StageFinished.Outcome how, Instant at) {
        from(Phase.STARTED);
        return new Execution(of, Phase.FINISHED, targetStateDigest, executionId, approvers, preparedAt, decidedAt,
                startedAt, Optional.of(at), Optional.of(how), verdict, refusal, Optional.of(at));
    }

    public Execution judged(Verdict what) {
        from(Phase.FINISHED);
        return new Execution(of, Phase.JUDGED, targetStateDigest, executionId, approvers, preparedAt, decidedAt,
                startedAt, finishedAt, outcome, Optional.of(what), refusal, movedAt);
    }

    public Execution refused(StageRefused.Reason why) {
        if (!waits()) {
            throw new IllegalStateException("a stage that is " + phase + " is not refused any more");
        }
        return new Execution(of, Phase.REFUSED, targetStateDigest, executionId, approvers, preparedAt, decidedAt,
                startedAt, finishedAt, outcome, verdict, Optional.of(why), movedAt);
    }

    DrillFinished.Line line() {
        return new DrillFinished.Line(stage(), of.stageId(), Optional.of(approvalId()), approvers,
                Optional.of(preparedAt), decidedAt, startedAt, finishedAt, outcome, verdict);
    }

    private void from(Phase expected) {
        if (phase != expected) {
            throw new IllegalStateException("a stage that is " + phase + " does not leave " + expected);
        }
    }
}
