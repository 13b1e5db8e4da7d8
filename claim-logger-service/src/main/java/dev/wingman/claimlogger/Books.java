package dev.wingman.claimlogger;

import java.util.Map;

import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.domain.Batch;
import dev.wingman.claimlogger.domain.Growth;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.platform.events.Transaction;

/// The ledgers, to be written.
public interface Books {

    /// The heads of the batch's tenants, nobody else's to change until the transaction ends.
    Uni<Map<Identifier, Frontier>> open(Transaction transaction, Batch batch);

    /// What already stands under an id of the batch.
    Uni<Map<Identifier, Map<String, WireRecord>>> known(Transaction transaction, Batch batch);

    Uni<Void> write(Transaction transaction, Growth growth);
}
