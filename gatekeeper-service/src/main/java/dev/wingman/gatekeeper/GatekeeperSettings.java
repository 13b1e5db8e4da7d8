package dev.wingman.gatekeeper;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a deployment may set for the gatekeeper.
@ConfigMapping(prefix = "wingman.gatekeeper")
public interface GatekeeperSettings {

    /// The largest instruction or registry entry, in bytes.
    @WithDefault("262144")
    int bodyAtMost();
}
