package dev.wingman.claimlogger;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.KnownHashes;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.ledger.Frontier;

/// The ledgers, to be read.
public interface Archive {

    Uni<Frontier> head(Identifier tenant);

    /// The entries from an index up to, not including, another.
    Uni<List<Entry>> entries(Identifier tenant, long from, long to);

    Uni<Optional<Entry>> find(Identifier tenant, String eventId);

    Uni<KnownHashes> hashes(Identifier tenant, List<KnownHashes.Span> spans);
}
