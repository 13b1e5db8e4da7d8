package dev.wingman.execution;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The gateway's own settings.
@ConfigMapping(prefix = "wingman.execution")
public interface ExecutionSettings {

    /// Where the engine listens, `unix:///…`; without it there is no engine, and drills are refused.
    Optional<String> dockerHost();

    /// 32 bytes in Base64 that recorded definitions are encrypted with; without it the key follows from the signing key.
    Optional<String> definitionKey();

    /// What a container gets to stop by itself before the engine kills it.
    @WithDefault("10S")
    Duration stopWithin();

    /// What a container gets to stop by itself when it asks for more than that (Docker's `--stop-timeout`).
    @WithDefault("2M")
    Duration stopAtMost();

    /// What rebuilt or started targets get until they serve.
    @WithDefault("120S")
    Duration serveWithin();

    /// The time for one call to the engine, beside what a stop takes.
    @WithDefault("30S")
    Duration callAtMost();

    /// A stage whose gateway gave no sign for so long is reconciled by looking.
    @WithDefault("10S")
    Duration silentAtMost();

    /// After a stage ended the auditor gets so long; then it counts as UNVERIFIABLE, and humans are asked for the way back.
    @WithDefault("3M")
    Duration verdictWithin();

    /// After so long without an answer, a grant that was asked for is not waited for any more.
    @WithDefault("2M")
    Duration grantWithin();

    /// Without any decision for so long a stage is refused. Longer than any approval lives.
    @WithDefault("65M")
    Duration decisionWithin();

    /// A way back that nobody decided is told again after so long, over and over.
    @WithDefault("5M")
    Duration recoverToldAgainAfter();

    /// Between two observations of a container that does not change.
    @WithDefault("5S")
    Duration observeEvery();

    /// Drills' steps under way at once.
    @WithDefault("16")
    int stepsAtOnce();

    /// Steps of one tenant under way at once.
    @WithDefault("4")
    int stepsAtOnceOfATenant();
}
