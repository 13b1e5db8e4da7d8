package dev.wingman.claimlogger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a deployment may set here.
@ConfigMapping(prefix = "wingman.claim-logger")
public interface ClaimLoggerSettings {

    /// The largest body of a claim, in bytes.
    @WithDefault("65536")
    int claimBytes();

    /// How many claims one signature promises at most.
    @WithDefault("256")
    int promisedAtOnce();

    /// Entries that an export reads at once, a multiple of 256; the measure of its memory.
    @WithDefault("512")
    int exportPage();
}
