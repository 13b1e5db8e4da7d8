package dev.wingman.auditor.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.TenantSet.Site;

/// What the site's gateway last said of a container.
///
/// @param at when the engine was asked
/// @param ids the engine's ids of what bore this name, the newest first
public record Fact(ContainerObserved seen, Instant at, List<Known> ids) {

    public Fact {
        ids = List.copyOf(ids);
    }

    /// An id that a container of this name had.
    ///
    /// @param seenAlive whether the second witness saw it run with its own eyes
    public record Known(String id, Instant lastSeen, boolean seenAlive) {}

    /// Whether the registry gives this container to the tenant: by its name, or by the compose project that it belongs to.
    boolean isOf(Site site) {
        return site.containers().contains(seen.name())
                || Optional.of(seen).flatMap(ContainerObserved::project).filter(site.projects()::contains).isPresent();
    }
}
