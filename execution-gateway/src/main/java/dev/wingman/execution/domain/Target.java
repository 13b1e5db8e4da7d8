package dev.wingman.execution.domain;

/// A container that a drill acts on, as it was when the drill began.
///
/// @param imageId what it must run again
/// @param checked it has a health check
public record Target(String name, String id, String image, String imageId, boolean checked) {

    public static Target of(Container container) {
        return new Target(container.name(), container.id(), container.image(), container.imageId(),
                container.health().isPresent());
    }
}
