package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

/// An approval is redeemed, once and for all.
///
/// @param audience the only one who may act on the grant
/// @param grant a compact JWS of the approval service, bound to all of this; see `Grant`
public record ApprovalUsed(UUID approvalId, Asked asked, Identifier worker, Optional<DrillStage> stage,
        UUID executionId, String audience, String grant) implements Event {}
