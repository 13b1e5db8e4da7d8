package dev.wingman.execution.domain;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;

/// The Docker engine, as far as a drill needs it. Each call blocks and ends in time; each may fail with [EngineFault].
public interface Engine {

    /// Every container, stopped ones too.
    List<Container> containers();

    /// What a container is rebuilt from. It may hold secrets: keep it encrypted, never log it.
    byte[] definition(String containerId);

    /// Whether the image is still there; nothing is ever pulled.
    boolean hasImage(String imageId);

    void stop(String containerId, Duration grace);

    /// Removes a stopped container, and never a volume.
    void remove(String containerId);

    /// Creates the container anew, from the same image and with its name, and answers with its id. It does not start it.
    String create(byte[] definition);

    /// Connects it to those networks of its definition that it lacks.
    void connect(String containerId, byte[] definition);

    void start(String containerId);

    /// Calls back at each event of a container, until closed; `ended` when the stream ends by itself.
    Closeable follow(Runnable changed, Runnable ended);
}
