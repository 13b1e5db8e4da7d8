package dev.wingman.execution.domain;

/// A container that stands ready, under a name of its own, to take the place of one that is removed. While it waits it proves that the engine
/// will build such a container, and holds its image and its volumes: nobody's clean-up takes them away.
public record Successor(String name) {

    static final String PREFIX = "wingman-next-";
    static final int DRILL = 8;

    /// Whether a container is one that waits: for drills it is not there yet.
    public static boolean is(Container container) {
        return container.name().startsWith(PREFIX) && "created".equals(container.status());
    }
}
