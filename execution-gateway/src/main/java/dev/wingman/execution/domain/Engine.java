package dev.wingman.execution.domain;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The Docker engine, as far as a drill needs it. Each call blocks and ends in time; each may fail with [EngineFault].
public interface Engine {

    /// Every container, stopped ones too.
    List<Container> containers();

    /// What a container is rebuilt from. It may hold secrets: keep it encrypted, never log it.
    byte[] definition(String containerId);

    /// Whether the image is still there; nothing is ever pulled.
    boolean hasImage(String imageId);

    /// Stops a container. It gets so long to end by itself, or as long as it asks for itself, if that is more.
    void stop(String containerId, Duration grace);

    /// Removes a stopped container, and never a volume.
    void remove(String containerId);

    /// The id of the container that has exactly this name, if there is one.
    Optional<String> find(String name);

    /// Creates the container anew, from the same image but under this name, and answers with its id. It does not start it.
    String create(byte[] definition, String name);

    /// Gives a container that does not run another name.
    void rename(String containerId, String name);

    /// Connects it to those networks of its definition that it lacks.
    void connect(String containerId, byte[] definition);

    void start(String containerId);

    /// Calls back at each event of a container, until closed; `ended` when the stream ends by itself.
    Closeable follow(Runnable changed, Runnable ended);
}
