package dev.wingman.contracts;

import java.util.UUID;

/// The gateway wants to act on a granted approval, now.
///
/// @param executionId chosen by this gateway for this attempt: who asks second, with another id, is refused
/// @param targetStateDigest read from the engine just now
public record GrantAsked(DrillStage of, UUID approvalId, UUID executionId, String targetStateDigest)
        implements
            Event {}
