package dev.wingman.contracts;

import java.util.UUID;

/// The gateway holds a valid grant, has written that down, and acts.
public record StageStarted(DrillStage of, UUID approvalId, UUID executionId) implements Event {}
