package dev.wingman.auditor;

import java.nio.file.Path;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The auditor's own settings.
@ConfigMapping(prefix = "wingman.auditor")
public interface AuditorSettings {

    /// What a probe has not seen by then is UNVERIFIABLE.
    @WithDefault("5S")
    Duration probeAtMost();

    /// The time for all probes of one claim; below `wingman.platform.work-lease`.
    @WithDefault("20S")
    Duration claimAtMost();

    /// The time for an HTTP answer or a connection.
    @WithDefault("3S")
    Duration networkAtMost();

    /// Between the two looks that refute a process, a port or a URL.
    @WithDefault("2S")
    Duration betweenLooks();

    /// For what the gateway observes after a claim or a stage; it observes each container every five seconds.
    @WithDefault("20S")
    Duration factAtMost();

    /// For a container's health check to end, after a stage that started it.
    @WithDefault("2M")
    Duration healthAtMost();

    /// Where this host shows its cgroups: the second witness of what containers do.
    @WithDefault("/sys/fs/cgroup")
    Path cgroupRoot();

    /// Claims of a worker younger than that are looked at again for a release.
    @WithDefault("24H")
    Duration releaseLooksBack();

    /// Bytes of a file that are read for a digest or a text.
    @WithDefault("268435456")
    long readAtMost();

    /// Bytes of a test report or an HTTP answer that are read.
    @WithDefault("8388608")
    int parseAtMost();

    /// Claims under way at once.
    @WithDefault("32")
    int claimsAtOnce();

    /// Claims of one tenant under way at once.
    @WithDefault("8")
    int claimsAtOnceOfATenant();

    /// Probes of one tenant under way at once, those that hang included.
    @WithDefault("16")
    int probesAtOnceOfATenant();

    /// `POST /v1/verify`, a caller.
    @WithDefault("10")
    int verifiesAMinute();
}
