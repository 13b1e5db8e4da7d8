package dev.wingman.gatekeeper;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.platform.events.Transaction;

/// The registry's table.
public interface Tenants {

    /// The entry, held against other changes until the transaction ends; where there is none, its place is held.
    Uni<Optional<TenantSet>> hold(Transaction transaction, Identifier tenant);

    Uni<Void> put(Transaction transaction, TenantSet entry, String setBy);

    Uni<Optional<TenantSet>> find(Identifier tenant);

    Uni<List<TenantSet>> all(Transaction transaction);
}
