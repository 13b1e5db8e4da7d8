package dev.wingman.local.testing;

import java.time.Duration;

import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.Part;
import dev.wingman.local.parts.Starter;

/// One real part in the hands of a test: killed, stopped, or started again on the same port and data.
public record TestPart(Part part, Starter starter) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public int port() {
        return part.port();
    }

    /// `kill -9`.
    public void kill() {
        running().kill();
    }

    /// An orderly end.
    public void stop() {
        running().stop(PATIENCE);
    }

    /// Returns when it answers again; harmless when it runs.
    public void start() {
        Bench.guard(starter.start(part));
    }

    private Daemon running() {
        return Daemon.recorded(starter.record(part.name()))
                .orElseThrow(() -> new IllegalStateException(part.name() + " does not run"));
    }
}
