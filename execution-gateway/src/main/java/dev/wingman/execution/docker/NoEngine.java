package dev.wingman.execution.docker;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.Engine;
import dev.wingman.execution.domain.EngineFault;

/// No socket was given: every call fails as if the engine were away, so that every drill is refused.
final class NoEngine implements Engine {

    @Override
    public List<Container> containers() {
        throw away();
    }

    @Override
    public byte[] definition(String containerId) {
        throw away();
    }

    @Override
    public boolean hasImage(String imageId) {
        throw away();
    }

    @Override
    public void stop(String containerId, Duration grace) {
        throw away();
    }

    @Override
    public void remove(String containerId) {
        throw away();
    }

    @Override
    public Optional<String> find(String name) {
        throw away();
    }

    @Override
    public String create(byte[] definition, String name) {
        throw away();
    }

    @Override
    public void rename(String containerId, String name) {
        throw away();
    }

    @Override
    public void connect(String containerId, byte[] definition) {
        throw away();
    }

    @Override
    public void start(String containerId) {
        throw away();
    }

    @Override
    public Closeable follow(Runnable changed, Runnable ended) {
        throw away();
    }

    private static EngineFault away() {
        return new EngineFault(EngineFault.Kind.AWAY, "this gateway has no engine");
    }
}
