package dev.wingman.claimlogger.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;

/// Records as they came, by the tenants whose ledgers they belong to.
///
/// @param arrived by tenant and event id, in their order
/// @param strangers records whose key is no tenant's: no ledger can take them
/// @param contradicting records whose id came before in this batch with other content
public record Batch(SortedMap<Identifier, Map<String, Arrived>> arrived, List<WireRecord> strangers,
        List<WireRecord> contradicting) {

    public static Batch of(List<WireRecord> records) {
        var batch = new Batch(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        for (var record : records) {
            if (Identifier.isValid(record.key())) {
                batch.take(new Identifier(record.key()), Arrived.of(record));
            } else {
                batch.strangers().add(record);
            }
        }
        return batch;
    }

    private void take(Identifier tenant, Arrived next) {
        var before = arrived.computeIfAbsent(tenant, _ -> new LinkedHashMap<>()).putIfAbsent(next.eventId(), next);
        if (before != null && !Arrived.sameContent(before.record(), next.record())) {
            contradicting.add(next.record());
        }
    }

    /// What the batch adds to the ledgers.
    ///
    /// @param heads of all tenants of the batch, before
    /// @param known entries that already stand under an id of the batch
    public Growth onto(Map<Identifier, Frontier> heads, Map<Identifier, Map<String, WireRecord>> known) {
        var growth = new Growth(new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(contradicting));
        arrived.forEach((tenant, records) -> {
            var frontier = heads.getOrDefault(tenant, new Frontier());
            var old = known.getOrDefault(tenant, Map.of());
            records.values().forEach(next -> {
                var before = old.get(next.eventId());
                if (before == null) {
                    growth.append(tenant, frontier, next);
                } else if (!Arrived.sameContent(before, next.record())) {
                    growth.contradicting().add(next.record());
                }
            });
        });
        return growth;
    }
}
