package dev.wingman.auditor;

import dev.wingman.auditor.domain.Pulse;

/// The second witness: what the kernel says of a container, seen without the Docker socket.
public interface Cgroups {

    /// What the cgroup of that container shows now.
    ///
    /// @param containerId as the gateway gives it; what is no id has no pulse
    Pulse pulse(String containerId);
}
