package dev.wingman.execution.domain;

import java.util.List;
import java.util.Optional;

/// A container as the engine has it now.
///
/// @param image the name that it was created with
/// @param imageId `sha256:…`
/// @param status the engine's own word, such as `running` or `exited`
/// @param health the engine's own word, where it has a check
/// @param removesItself the engine removes it, with its anonymous volumes, when it stops
/// @param protectedPart a part of Wingman itself
/// @param shape a keyed fingerprint of its configuration, which may hold secrets
public record Container(String id, String name, String image, String imageId, String status, Optional<String> health,
        Optional<Long> exitCode, Compose compose, List<Mount> mounts, Links links, List<Port> ports,
        boolean removesItself, boolean protectedPart, String shape) {

    /// Where Compose has it.
    ///
    /// @param needs services that must run first
    public record Compose(Optional<String> project, Optional<String> service, List<String> needs) {}

    /// What is mounted in it.
    ///
    /// @param source a volume's name, or a path of the host
    public record Mount(Kind kind, String source, String destination, boolean writable) {

        /// What kind of thing it is.
        public enum Kind {
            VOLUME, BIND, OTHER
        }

        /// Whether the engine gave the volume its name: nobody finds it again by it.
        public boolean anonymous() {
            return kind == Kind.VOLUME && source.matches("[0-9a-f]{64}");
        }
    }

    /// How it reaches others.
    ///
    /// @param networks made by users; the engine's own (bridge, host, none) bind nobody to anybody
    /// @param joins ids or names of containers whose namespaces or volumes it uses
    public record Links(List<String> networks, List<String> joins) {}

    /// A published port.
    ///
    /// @param host the address that it is bound to
    public record Port(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public boolean running() {
        return "running".equals(status);
    }

    /// Whether it serves: it runs, and its check, where it has one, says so.
    public boolean serves() {
        return running() && health.map("healthy"::equals).orElse(true);
    }
}
