package dev.wingman.execution.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.execution.domain.Container.Mount;

/// Who would notice that the targets are gone.
final class Dependants {

    /// Many containers talk to the engine; that binds them to nobody.
    private static final Set<String> ENGINE_SOCKETS = Set.of("/var/run/docker.sock", "/run/docker.sock");

    private Dependants() {}

    /// Containers that share a network, a volume or a namespace with the targets, and those of one project that need them.
    static List<Container> of(List<Container> targets, Sight sight) {
        var ids = targets.stream().map(Container::id).collect(Collectors.toSet());
        return sight.all().stream().filter(other -> !ids.contains(other.id()))
                .filter(other -> targets.stream().anyMatch(target -> bound(target, other))).toList();
    }

    private static boolean bound(Container target, Container other) {
        return target.links().networks().stream().anyMatch(other.links().networks()::contains)
                || other.links().joins().contains(target.id()) || other.links().joins().contains(target.name())
                || target.mounts().stream().anyMatch(mine -> other.mounts().stream()
                        .anyMatch(its -> shared(mine, its)));
    }

    private static boolean shared(Mount mine, Mount its) {
        return mine.kind() == its.kind() && switch (mine.kind()) {
            case VOLUME -> mine.source().equals(its.source());
            case BIND -> sharedFolder(mine, its) && !ENGINE_SOCKETS.contains(mine.source());
            case OTHER -> false;
        };
    }

    /// The same folder, if one of them writes it; one within the other, if both do: what watches a host reads all of it.
    private static boolean sharedFolder(Mount mine, Mount its) {
        var one = Path.of(mine.source()).normalize();
        var other = Path.of(its.source()).normalize();
        return one.equals(other)
                ? mine.writable() || its.writable()
                : mine.writable() && its.writable() && (one.startsWith(other) || other.startsWith(one));
    }
}
