package dev.wingman.contracts;

import java.util.Optional;
import java.util.UUID;

/// The gateway does not run a stage.
///
/// @param detail one sentence that says what was wrong and what to do
public record StageRefused(DrillStage of, Optional<UUID> approvalId, Reason reason, String detail) implements Event {

    /// Why not.
    public enum Reason {
        /// The registry does not list a target as the tenant's own on this site, or there is none of that name.
        NOT_YOURS,
        /// A container outside the tenant depends on a target.
        FOREIGN_DEPENDANTS,
        /// The targets are not as they were when humans said yes.
        TARGET_DRIFT,
        /// The grant is missing, forged, for something else, or too late.
        GRANT_INVALID,
        /// The worker, or its owner, is locked.
        LOCKED,
        /// Humans said no.
        DENIED,
        /// Nobody said yes in time.
        EXPIRED,
        /// The approval was withdrawn.
        REVOKED,
        /// Reality contradicts the stage before, or does not confirm it.
        NOT_TRUE,
        /// The engine does not answer, or refuses.
        ENGINE
    }
}
