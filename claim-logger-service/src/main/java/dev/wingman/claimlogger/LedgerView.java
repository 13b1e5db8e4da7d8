package dev.wingman.claimlogger;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.KnownHashes;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.ledger.Checkpoint;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.contracts.ledger.Subtree;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;

/// A tenant's ledger, and the proofs that it is what it was.
@ApplicationScoped
public class LedgerView {

    /// The proof that an event is in the ledger.
    ///
    /// @param checkpoint the signed note whose root the path leads to
    public record Inclusion(String eventId, long index, long size, byte[] leafHash, List<byte[]> path,
            String checkpoint) {}

    /// The proof that a ledger of `to` entries begins with that of `from` entries.
    public record Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {}

    private final Archive archive;
    private final Envelopes envelopes;
    private final PlatformSettings platform;
    private final Export export;

    LedgerView(Archive archive, Envelopes envelopes, PlatformSettings platform, ClaimLoggerSettings settings) {
        this.archive = archive;
        this.envelopes = envelopes;
        this.platform = platform;
        this.export = new Export(archive, settings.exportPage());
    }

    public List<NoteKey> keys() {
        return List.of(NoteKey.of(signer(), envelopes.signingKey()));
    }

    /// The latest checkpoint, signed.
    public Uni<String> checkpoint(Identifier tenant) {
        return archive.head(tenant).map(head -> sign(tenant, head));
    }

    public Uni<List<Entry>> entries(Identifier tenant, long from, int limit) {
        return archive.entries(tenant, from, from + limit);
    }

    public Uni<Optional<Inclusion>> inclusion(Identifier tenant, String eventId) {
        return archive.head(tenant).chain(head -> archive.find(tenant, eventId).chain(found -> found
                .filter(entry -> entry.index() < head.size()).map(entry -> inclusion(tenant, head, entry))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /// None where the ledger is shorter than that.
    public Uni<Optional<Consistency>> consistency(Identifier tenant, long from, Optional<Long> to) {
        return archive.head(tenant).chain(head -> {
            var end = to.orElse(head.size());
            return end > head.size() || from > end
                    ? Uni.createFrom().item(Optional.empty())
                    : consistency(tenant, from, end);
        });
    }

    /// Every line of the export, some at a time, as fast as the reader takes them; all of one size of the ledger, whatever comes meanwhile.
    public Multi<byte[]> export(Identifier tenant) {
        return archive.head(tenant).onItem()
                .transformToMulti(head -> export.lines(tenant, head.size(), sign(tenant, head)));
    }

    private Uni<Optional<Inclusion>> inclusion(Identifier tenant, Frontier head, Entry entry) {
        var path = Subtree.inclusion(entry.index(), head.size());
        return hashes(tenant, path).map(known -> Optional.of(new Inclusion(entry.eventId(), entry.index(), head.size(),
                entry.leafHash(), over(known, path), sign(tenant, head))));
    }

    private Uni<Optional<Consistency>> consistency(Identifier tenant, long from, long to) {
        var path = Subtree.consistency(from, to);
        var roots = List.of(from, to).stream().filter(size -> size > 0).map(size -> new Subtree(0, size)).toList();
        var all = java.util.stream.Stream.concat(path.stream(), roots.stream()).toList();
        return hashes(tenant, all).map(known -> Optional
                .of(new Consistency(from, to, root(known, from), root(known, to), over(known, path))));
    }

    private Uni<KnownHashes> hashes(Identifier tenant, List<Subtree> subtrees) {
        return archive.hashes(tenant,
                subtrees.stream().flatMap(subtree -> KnownHashes.needed(subtree).stream()).distinct().toList());
    }

    private static byte[] root(KnownHashes known, long size) {
        return size == 0 ? new Frontier().root() : known.over(new Subtree(0, size)).orElseThrow(LedgerView::gone);
    }

    private static List<byte[]> over(KnownHashes known, List<Subtree> subtrees) {
        return subtrees.stream().map(subtree -> known.over(subtree).orElseThrow(LedgerView::gone)).toList();
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("rows of the ledger are gone: verify an export");
    }

    private String sign(Identifier tenant, Frontier head) {
        return new Checkpoint(Checkpoint.origin(platform.environment(), tenant.value()), head.size(), head.root())
                .sign(envelopes.signingKey(), signer());
    }

    private String signer() {
        return Checkpoint.signer(platform.environment());
    }
}
