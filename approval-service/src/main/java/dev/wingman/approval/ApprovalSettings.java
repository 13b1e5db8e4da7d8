package dev.wingman.approval;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;

/// What a deployment may set here.
@ConfigMapping(prefix = "wingman.approval")
public interface ApprovalSettings {

    /// How often one replica looks what expired, what has to be told again, and whom a lock holds.
    @WithDefault("PT1S")
    Duration looksEvery();

    /// How long a recovery waits for a human until it is told again.
    @WithDefault("PT5M")
    Duration escalatesEvery();

    /// How long a one-time code for linking lives.
    @WithDefault("PT10M")
    Duration linkCodeLives();

    /// The longest that one call may wait for a decision.
    @WithDefault("PT60S")
    Duration waitsAtMost();

    /// What operators' second factors are encrypted with, any text of 32 characters or more. Without it the key follows from the
    /// signing key, and a new signing key voids every enrolment.
    Optional<Secret<String>> secondFactorKey();
}
