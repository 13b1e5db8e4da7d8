package dev.wingman.auditor.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Which facts about containers count.
///
/// @param after only what the engine was asked later than that
/// @param witnessedSince set where the gateway's word alone is not enough: the second witness looks at what bore the name since then
public record Terms(Instant after, Optional<Instant> witnessedSince, Duration betweenLooks) {

    /// For a claim, or a check: the gateway has no part in it.
    public static Terms of(Instant said, Duration betweenLooks) {
        return new Terms(said, Optional.empty(), betweenLooks);
    }

    /// For a stage: the gateway would judge itself.
    public static Terms ofStage(Instant finished, Instant prepared, Duration betweenLooks) {
        return new Terms(finished, Optional.of(prepared), betweenLooks);
    }
}
