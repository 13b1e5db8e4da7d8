package dev.wingman.claimlogger.domain;

import java.util.List;
import java.util.SortedMap;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;

/// What a batch adds to the ledgers: all of it is written, or none.
///
/// @param heads of the tenants that got entries, after
/// @param nodes the complete subtrees that are worth keeping
/// @param contradicting records whose id is known with other content: somebody lies, or errs; humans shall hear of it
public record Growth(SortedMap<Identifier, Frontier> heads, List<Entry> entries, List<Node> nodes,
        List<WireRecord> contradicting) {

    /// A complete subtree's root, kept.
    public record Node(Identifier tenant, int level, long index, byte[] hash) {}

    void append(Identifier tenant, Frontier frontier, Arrived next) {
        entries.add(new Entry(frontier.size(), next.eventId(), next.record(), next.leafHash()));
        for (var made : frontier.append(next.leafHash())) {
            if (KnownHashes.isKept(made.level())) {
                nodes.add(new Node(tenant, made.level(), made.index(), made.hash()));
            }
        }
        heads.put(tenant, frontier);
    }
}
