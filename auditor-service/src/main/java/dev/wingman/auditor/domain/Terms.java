package dev.wingman.auditor.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.wingman.contracts.Stage;

/// Which facts about containers count.
///
/// @param after only what the engine was asked later than that
/// @param witnessedSince set where the gateway's word alone is not enough: the second witness looks at what bore the name since then
/// @param targetsGiven whether the signed preparation says whose the containers are, and the registry no more
public record Terms(Instant after, Optional<Instant> witnessedSince, Duration betweenLooks, boolean targetsGiven) {

    /// For a claim, or a check: the gateway has no part in it.
    public static Terms of(Instant said, Duration betweenLooks) {
        return new Terms(said, Optional.empty(), betweenLooks, false);
    }

    /// For a stage: the gateway would judge itself. What a recovery brought back is looked at though the registry gave it up meanwhile,
    /// or its drill would never end.
    public static Terms ofStage(Stage stage, Instant finished, Instant prepared, Duration betweenLooks) {
        return new Terms(finished, Optional.of(prepared), betweenLooks, stage == Stage.RECOVER);
    }
}
