package dev.wingman.claimlogger.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.contracts.ledger.Merkle;
import dev.wingman.contracts.ledger.Subtree;

/// Hashes of a tree, partly read and partly computed. Of the complete subtrees only every eighth level is kept, so that an append writes one row for
/// each entry and hardly more; a proof then reads some hundred hashes, and computes what lies between.
public final class KnownHashes {

    private static final int STEP = 8;
    private static final int TOP = 16;

    /// Hashes of one level, from an index up to, not including, another. Level 0 are the leaves.
    public record Span(int level, long from, long to) {}

    private record Place(int level, long index) {}

    private final Map<Place, byte[]> known = new HashMap<>();

    static boolean isKept(int level) {
        return level == STEP || level == TOP;
    }

    /// What must be known to compute the hash of a subtree.
    public static List<Span> needed(Subtree subtree) {
        var spans = new ArrayList<Span>();
        for (var part : subtree.complete()) {
            var level = Math.min(part.level() / STEP * STEP, TOP);
            spans.add(new Span(level, part.from() >> level, part.to() >> level));
        }
        return spans;
    }

    public void put(int level, long index, byte[] hash) {
        known.put(new Place(level, index), hash);
    }

    /// The hash of a subtree; none if what it needs is not known, which means that rows are gone.
    public Optional<byte[]> over(Subtree subtree) {
        var parts = new ArrayList<byte[]>();
        for (var part : subtree.complete()) {
            var hash = at(new Place(part.level(), part.from() >> part.level()));
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            parts.add(hash.get());
        }
        return Optional.of(Merkle.fold(parts));
    }

    private Optional<byte[]> at(Place place) {
        var held = known.get(place);
        if (held != null || place.level() == 0) {
            return Optional.ofNullable(held);
        }
        var left = at(new Place(place.level() - 1, place.index() * 2));
        var right = left.isEmpty() ? left : at(new Place(place.level() - 1, place.index() * 2 + 1));
        if (right.isEmpty()) {
            return Optional.empty();
        }
        var hash = Merkle.nodeHash(left.orElseThrow(), right.get());
        known.put(place, hash);
        return Optional.of(hash);
    }
}
