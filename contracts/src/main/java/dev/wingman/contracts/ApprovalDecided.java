package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An approval is decided, for good; but a GRANTED one may still be REVOKED, or EXPIRED, before it is used.
///
/// @param deciders the humans whose votes decided; empty where the policy, the clock or a lock did
public record ApprovalDecided(UUID approvalId, Asked asked, Identifier worker, Optional<UUID> instructionId,
        Optional<DrillStage> stage, Decision decision, By by, List<Identifier> deciders, Optional<String> reason)
        implements
            Event {
    public ApprovalDecided {
        deciders = List.copyOf(deciders);
    }

    /// Nobody's silence is a no: EXPIRED is not DENIED.
    public enum Decision {
        GRANTED, DENIED, EXPIRED, REVOKED
    }

    /// Who decided.
    public enum By {
        HUMANS, POLICY
    }
}
