package dev.wingman.execution.domain;

import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.Verdict;

/// What to do next.
public sealed interface Move {

    /// Nothing: what came is stale, or about something else.
    record Stay(String why) implements Move {}

    /// Ask for the grant; the targets are as humans saw them.
    record AskGrant(String targetStateDigest) implements Move {}

    /// Write down that the stage starts, then act.
    record Start() implements Move {}

    /// Do not run the stage.
    record Refuse(Reason reason, String detail) implements Move {}

    /// Ask humans about a stage.
    record Prepare(Stage stage) implements Move {}

    /// Tell humans again that a stage waits for them.
    record TellAgain() implements Move {}

    /// Go on as if the auditor had said so: it said nothing in time.
    record Assume(Verdict verdict) implements Move {}

    /// The drill is over.
    record Close(End end) implements Move {}
}
