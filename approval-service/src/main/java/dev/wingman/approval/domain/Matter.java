package dev.wingman.approval.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import dev.wingman.contracts.ApprovalCard;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.Identifier;

/// What is asked of whom, fixed when it is opened.
///
/// @param cardDigest of the card, for votes to name
/// @param owner the human who answered for the worker when it was asked
/// @param lasts how long one may decide, and from the yes on use it; absent for what never expires
/// @param incident of the lock that a release would end
public record Matter(Identifier tenant, ApprovalCard card, String cardDigest, Optional<Identifier> owner,
        Optional<Duration> lasts, Optional<UUID> incident, Instant openedAt) {

    public UUID id() {
        return card.approvalId();
    }

    public Asked asked() {
        return card.asked();
    }

    public Identifier worker() {
        return card.worker();
    }

    /// A lock ends what its worker asked for; it must not keep anybody from bringing targets back, nor from ending the lock itself.
    public boolean endsWithALock() {
        return asked() != Asked.RECOVER && asked() != Asked.RELEASE;
    }

    Optional<Instant> until(Instant from) {
        return lasts.map(from::plus);
    }
}
