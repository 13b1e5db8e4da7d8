package dev.wingman.platform;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import dev.wingman.contracts.Service;

/// What the deployment tells every service.
@ConfigMapping(prefix = "wingman.platform")
public interface PlatformSettings {

    /// The service's folder name; set by the service itself.
    String service();

    /// Tells replicas apart; a replica takes up again the work that it held before it died.
    @WithDefault("1")
    String instance();

    /// DEV, TEST or PRD.
    String environment();

    /// The host that this auditor or gateway sees.
    @WithDefault("local")
    String site();

    /// The private Ed25519 JWK of this service.
    Path signingKey();

    /// The folder of all services' public keys, `<service>/<kid>.jwk`.
    Path trust();

    /// A state that no poll confirmed for so long is unknown: deny.
    @WithDefault("5S")
    Duration stateUnknownAfter();

    /// How long a worker may hold a work row before another replica may take it.
    @WithDefault("30S")
    Duration workLease();

    /// How long an event may wait for its cause.
    @WithDefault("60S")
    Duration parkedAtMost();

    default Service self() {
        return Service.inFolder(service())
                .orElseThrow(() -> new IllegalStateException("wingman.platform.service is no service: " + service()));
    }
}
