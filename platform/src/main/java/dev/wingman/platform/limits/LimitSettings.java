package dev.wingman.platform.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import dev.wingman.contracts.Tier;

/// How much of a service one worker or one tenant may take.
@ConfigMapping(prefix = "wingman.limits")
public interface LimitSettings {

    /// Calls that one replica works on at a time.
    @WithDefault("512")
    int inFlight();

    /// Calls of one tenant that one replica works on at a time.
    @WithDefault("256")
    int inFlightOfTenant();

    /// Changes of registry entries by one admin: of no tier, since most are made by admins of the platform.
    @WithDefault("300")
    int registryPerMinute();

    Enterprise enterprise();

    Standard standard();

    Basic basic();

    /// A tier's limits, for each service that limits.
    interface PerMinute {
        int workerPerMinute();

        int tenantPerMinute();
    }

    /// The defaults of the tier enterprise.
    interface Enterprise extends PerMinute {
        @Override
        @WithDefault("1200")
        int workerPerMinute();

        @Override
        @WithDefault("24000")
        int tenantPerMinute();
    }

    /// The defaults of the tier standard.
    interface Standard extends PerMinute {
        @Override
        @WithDefault("600")
        int workerPerMinute();

        @Override
        @WithDefault("6000")
        int tenantPerMinute();
    }

    /// The defaults of the tier basic.
    interface Basic extends PerMinute {
        @Override
        @WithDefault("300")
        int workerPerMinute();

        @Override
        @WithDefault("1500")
        int tenantPerMinute();
    }

    default PerMinute of(Tier tier) {
        return switch (tier) {
            case ENTERPRISE -> enterprise();
            case STANDARD -> standard();
            case BASIC -> basic();
        };
    }
}
