package dev.wingman.auditor;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Exhibit.Look;
import dev.wingman.contracts.Identifier;

/// What the auditor remembers between looks.
public interface Memory {

    /// Contradictions that wait for their second look, by [Inquiry#key].
    Uni<Map<String, Look>> firstLooks(UUID subject);

    /// The first look counts; a later one does not replace it.
    Uni<Void> keepFirstLooks(Identifier tenant, UUID subject, Map<String, Look> looks);

    /// Those of the paths at which something was seen before.
    Uni<Set<String>> sighted(Identifier tenant, String site, Collection<String> paths);
}
