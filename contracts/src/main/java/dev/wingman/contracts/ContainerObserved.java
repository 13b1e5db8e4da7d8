package dev.wingman.contracts;

import java.util.List;
import java.util.Optional;

/// A container of the tenant as the site's gateway sees it, when it changes and every few seconds. `ce_time` is when the engine was asked.
///
/// @param status the engine's own word, such as `running`, `exited`, `paused`, or `absent`
/// @param containerId 64 hex digits
/// @param imageId `sha256:…`, the content of the image
/// @param health the engine's own word, where the image has a health check
/// @param project the compose project, where it has one
/// @param ports published, as `host:port`
public record ContainerObserved(Identifier site, String name, String status, Optional<String> containerId,
        Optional<String> image, Optional<String> imageId, Optional<String> health, Optional<String> project,
        List<String> ports, Optional<Long> exitCode) implements Event {
    public ContainerObserved {
        ports = List.copyOf(ports);
    }

    @Override
    public boolean signed() {
        return false;
    }
}
