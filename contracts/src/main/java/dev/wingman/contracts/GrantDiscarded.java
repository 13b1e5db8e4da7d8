package dev.wingman.contracts;

import java.util.UUID;

/// A redeemed approval came that the gateway does not act on; the stage goes on as it was, and so does its drill.
///
/// @param of the stage that the approval names; the gateway need not know it
/// @param executionId whose act it would have been
/// @param rule `grant/not-asked`, `grant/replayed`, `grant/too-late` or `grant/unknown-stage`
/// @param detail one sentence that says what was wrong
public record GrantDiscarded(DrillStage of, UUID approvalId, UUID executionId, String rule, String detail)
        implements
            Event {}
