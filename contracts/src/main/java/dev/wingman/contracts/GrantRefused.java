package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

/// Somebody asked for a grant and gets none.
///
/// @param executionId whose attempt ends here
/// @param rule a stable name such as `grant/used-before`, `grant/target-drift`
public record GrantRefused(UUID approvalId, UUID executionId, Optional<DrillStage> stage, String rule, String detail)
        implements
            Event {}
