package dev.wingman.auditor.domain;

/// What a container's cgroup shows to somebody who does not hold the socket.
public enum Pulse {
    /// It has processes.
    ALIVE,
    /// It has none, where a running container would have some.
    GONE,
    /// It was not found, and this host may keep it elsewhere.
    NOT_FOUND,
    /// The cgroups of this host cannot be read.
    UNREADABLE
}
