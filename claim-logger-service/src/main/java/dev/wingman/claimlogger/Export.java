package dev.wingman.claimlogger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.LongStream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.KnownHashes;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.ledger.ExportLine;
import dev.wingman.contracts.ledger.Leaf;
import dev.wingman.contracts.ledger.Merkle;
import dev.wingman.contracts.ledger.Subtree;

/// Writes a ledger out, a page at a time. It writes what the rows hold, right or wrong: the reader's proof names the line that is wrong.
final class Export {

    /// Stands where a hash cannot be told any more, so that the reader is told the place and not only that something failed.
    private static final byte[] LOST = new byte[Merkle.HASH_BYTES];

    private final Archive archive;
    private final int page;

    Export(Archive archive, int page) {
        this.archive = archive;
        this.page = page;
    }

    Multi<byte[]> lines(Identifier tenant, long size, String note) {
        var header = new ByteArrayOutputStream();
        line(header, ExportLine.header(note));
        var pages = Multi.createFrom()
                .items(() -> LongStream.iterate(0, from -> from < size, from -> from + page).boxed()).onItem()
                .transformToUniAndConcatenate(from -> page(tenant, from, Math.min(from + page, size), size));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(header.toByteArray()), pages);
    }

    private Uni<byte[]> page(Identifier tenant, long from, long to, long size) {
        return Uni.combine().all()
                .unis(archive.entries(tenant, from, to), archive.hashes(tenant, needed(from, to, size)))
                .with((entries, known) -> page(entries, known, size));
    }

    /// What the page's own leaves do not tell: the subtrees behind it.
    private static List<KnownHashes.Span> needed(long from, long to, long size) {
        var spans = new LinkedHashSet<KnownHashes.Span>();
        for (long index = from; index < to; index++) {
            Subtree.opening(index, size).stream().filter(subtree -> subtree.to() > to)
                    .forEach(subtree -> spans.addAll(KnownHashes.needed(subtree)));
        }
        return List.copyOf(spans);
    }

    private static byte[] page(List<Entry> entries, KnownHashes known, long size) {
        entries.forEach(entry -> known.put(0, entry.index(), entry.leafHash()));
        var out = new ByteArrayOutputStream(1024 * entries.size());
        for (var entry : entries) {
            var proof = new ArrayList<byte[]>();
            Subtree.opening(entry.index(), size).forEach(subtree -> proof.add(known.over(subtree).orElse(LOST)));
            line(out, ExportLine.entry(entry.index(), Leaf.of(entry.record()), proof));
        }
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, byte[] line) {
        out.writeBytes(line);
        out.write('\n');
    }
}
