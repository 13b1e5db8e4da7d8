package dev.wingman.contracts.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody already holds of a ledger, and what an export must therefore agree with: checkpoints that he kept, and receipts that he was
/// given. For one export each.
public final class Expectations {

    private final Optional<String> origin;
    private final List<Checkpoint> kept;
    private final Set<ByteBuffer> promised = new HashSet<>();
    private final Frontier frontier = new Frontier();

    /// @param origin of the ledger that it must be, [Checkpoint#origin]
    /// @param kept earlier checkpoints, whose signature was verified
    /// @param receipts given before the export was made, whose signature was verified
    public Expectations(Optional<String> origin, Collection<Checkpoint> kept, Collection<Receipt> receipts) {
        this.origin = origin;
        this.kept = List.copyOf(kept);
        receipts.forEach(receipt -> promised.add(ByteBuffer.wrap(receipt.leafHash())));
    }

    public static Expectations none() {
        return new Expectations(Optional.empty(), List.of(), List.of());
    }

    Optional<String> begin(Checkpoint checkpoint) {
        if (origin.filter(expected -> !expected.equals(checkpoint.origin())).isPresent()
                || kept.stream().anyMatch(earlier -> !earlier.origin().equals(checkpoint.origin()))) {
            return Optional.of("this is the ledger " + checkpoint.origin() + ", another one than expected");
        }
        if (kept.stream().anyMatch(earlier -> earlier.size() > checkpoint.size())) {
            return Optional.of("the ledger is shorter than an earlier checkpoint: it was rolled back");
        }
        return agreeing();
    }

    Optional<String> entry(byte[] leafHash) {
        if (!promised.isEmpty()) {
            promised.remove(ByteBuffer.wrap(leafHash));
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        frontier.append(leafHash);
        return agreeing();
    }

    Optional<String> unmet() {
        return promised.isEmpty()
                ? Optional.empty()
                : Optional.of(promised.size() + " promised by a receipt, but not in the ledger");
    }

    private Optional<String> agreeing() {
        return kept.stream().anyMatch(earlier -> earlier.size() == frontier.size()
                && !Arrays.equals(earlier.root(), frontier.root()))
                        ? Optional.of("up to here the ledger differs from an earlier checkpoint: rewritten or forked")
                        : Optional.empty();
    }
}
