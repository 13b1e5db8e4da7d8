package dev.wingman.auditor;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import dev.wingman.auditor.domain.Fact;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;

/// The latest that this site's gateway said of each container, and the ids that each name had.
public interface Facts {

    /// An older fact never replaces a newer one.
    Uni<Void> keep(Transaction transaction, List<Envelope<ContainerObserved>> observed);

    /// By name; what was never observed is left out.
    Uni<Map<String, Fact>> latest(Identifier tenant, Collection<String> names);

    /// Ids that the gateway calls running, and that the second witness has not seen alive yet.
    Uni<List<String>> unwitnessed();

    /// The second witness saw these.
    Uni<Void> sawAlive(List<String> ids);
}
