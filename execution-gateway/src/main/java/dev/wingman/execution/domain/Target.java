package dev.wingman.execution.domain;

import java.util.Optional;

/// A container that a drill acts on, as it was when the drill began.
///
/// @param imageId what it must run again
/// @param checked it has a health check
/// @param project the compose project: by it a removed container is still known as the tenant's own
public record Target(String name, String id, String image, String imageId, boolean checked,
        Optional<String> project) {

    public static Target of(Container container) {
        return new Target(container.name(), container.id(), container.image(), container.imageId(),
                container.health().isPresent(), container.compose().project());
    }
}
