package dev.wingman.watcher.domain;

import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantDiscarded;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Severity;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;

/// What humans must hear of drills and approvals. All alerts of a drill share one incident.
public final class DrillWatch {

    /// Refused votes of strangers within [#STRANGERS_WITHIN] that make an alert.
    public static final int STRANGERS = 3;
    public static final java.time.Duration STRANGERS_WITHIN = java.time.Duration.ofMinutes(10);

    private DrillWatch() {}

    /// The alert that an event of the gateway or the approval service deserves.
    ///
    /// @param cause the event's id
    public static Optional<AlertRaised> on(UUID cause, Event event) {
        return switch (event) {
            case StageFinished finished when finished.outcome() == StageFinished.Outcome.OUTCOME_UNKNOWN ->
                Optional.of(alert(cause, Severity.CRITICAL, "outcome-unknown", finished.of(),
                        "Nobody can tell whether stage " + Drill.word(finished.of().stage())
                                + " took effect: look at the targets. " + finished.detail()));
            case StageRefused refused -> Optional.of(refused(cause, refused));
            case ApprovalRequested requested when requested.card().asked() == Asked.RECOVER ->
                requested.card().stage().map(stage -> alert(cause, Severity.CRITICAL, "recover-asked", stage,
                        "A drill was broken off and its targets may not run. Approve " + requested.card().approvalId()
                                + " to bring them back."));
            case GrantRefused refused -> Optional.of(grantRefused(cause, refused));
            case GrantDiscarded discarded -> Optional.of(grantDiscarded(cause, discarded));
            case Event other -> Optional.empty();
        };
    }

    /// A stage that reality does not confirm.
    ///
    /// @param stage what is known of the stage; its drill is the incident
    public static Optional<AlertRaised> on(UUID cause, VerdictReached verdict, Optional<DrillStage> stage) {
        if (verdict.kind() != VerdictReached.Kind.STAGE || verdict.verdict() == Verdict.TRUE) {
            return Optional.empty();
        }
        var name = stage.map(known -> "Stage " + Drill.word(known.stage())).orElse("A stage");
        var incident = stage.map(DrillStage::drillId).orElse(verdict.subjectId());
        return Optional.of(new AlertRaised(Ids.derived(cause, "alert"), Severity.CRITICAL, "stage-not-true",
                Ids.derived(incident, "incident"), Optional.of(verdict.worker()), Optional.of(verdict.subjectId()),
                Plain.text(name + " of a drill is " + verdict.verdict() + ". " + verdict.cause() + ".")));
    }

    /// Somebody whom nobody knows presses again and again.
    ///
    /// @param times within the last [#STRANGERS_WITHIN], this one included
    public static Optional<AlertRaised> onStranger(UUID cause, int times) {
        return times > 0 && times % STRANGERS == 0
                ? Optional.of(new AlertRaised(Ids.derived(cause, "alert"), Severity.WARNING, "vote-refused",
                        Ids.derived(cause, "incident"), Optional.empty(), Optional.empty(),
                        times + " votes of somebody who is no operator were refused within ten minutes."))
                : Optional.empty();
    }

    private static AlertRaised refused(UUID cause, StageRefused refused) {
        var kind = switch (refused.reason()) {
            case TARGET_DRIFT -> "target-drift";
            case GRANT_INVALID -> "grant-invalid";
            case NOT_YOURS, FOREIGN_DEPENDANTS, LOCKED, DENIED, EXPIRED, REVOKED, NOT_TRUE, ENGINE -> "stage-refused";
        };
        return alert(cause, kind.equals("stage-refused") ? Severity.WARNING : Severity.CRITICAL, kind, refused.of(),
                "Stage " + Drill.word(refused.of().stage()) + " does not run (" + refused.reason() + "). "
                        + refused.detail());
    }

    /// A gateway that asks in vain may be two; a worker that does has forgotten its key, or hopes for a second use.
    private static AlertRaised grantRefused(UUID cause, GrantRefused refused) {
        var text = Plain.text("A grant was asked for and refused (" + refused.rule() + "). " + refused.detail());
        return refused.stage().map(stage -> alert(cause, Severity.CRITICAL, "grant-refused", stage, text))
                .orElseGet(() -> new AlertRaised(Ids.derived(cause, "alert"), Severity.WARNING, "grant-refused",
                        Ids.derived(refused.approvalId(), "incident"), Optional.<Identifier>empty(),
                        Optional.of(refused.approvalId()), text));
    }

    /// A lock may overtake a grant. Any other that nobody waits for was signed for somebody else, or stolen.
    private static AlertRaised grantDiscarded(UUID cause, GrantDiscarded discarded) {
        var severity = discarded.rule().equals("grant/too-late") ? Severity.WARNING : Severity.CRITICAL;
        return alert(cause, severity, "grant-discarded", discarded.of(), "A grant for stage "
                + Drill.word(discarded.of().stage()) + " was not acted on (" + discarded.rule() + "). "
                + discarded.detail());
    }

    private static AlertRaised alert(UUID cause, Severity severity, String kind, DrillStage stage, String text) {
        return new AlertRaised(Ids.derived(cause, "alert"), severity, kind, Ids.derived(stage.drillId(), "incident"),
                Optional.of(stage.worker()), Optional.of(stage.stageId()), Plain.text(text));
    }
}
