package dev.wingman.execution.domain;

import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused.Reason;

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

    /// The drill is over.
    record Close(End end) implements Move {}
}
