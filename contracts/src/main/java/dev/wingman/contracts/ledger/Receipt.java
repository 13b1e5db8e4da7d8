package dev.wingman.contracts.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.wingman.contracts.signature.SigningKey;

/// A signed promise that a leaf will be in the ledger. Claims are promised in batches: one signature over the root of a small tree of their
/// leaf hashes; each receipt carries its own path to it.
///
/// @param leafHash of the record as it stands on the topic; it binds the tenant, which is one of the headers
/// @param index of the leaf in the batch
/// @param size leaves of the batch
/// @param path RFC 6962 inclusion path in the batch
/// @param key the signer's key, as [NoteKey#text()]: a hint which one to check with, never a reason to trust it
public record Receipt(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root, String key,
        byte[] signature) {

    /// Keeps the signature from being anything else's: checkpoints and events start otherwise.
    private static final String DOMAIN = "wingman-receipt/1\n";

    /// Promises all leaves of a batch by one signature; in their order.
    public static List<Receipt> promise(List<byte[]> leafHashes, SigningKey key, String signer) {
        var paths = new ArrayList<List<byte[]>>();
        leafHashes.forEach(_ -> paths.add(new ArrayList<>()));
        var root = climb(leafHashes, paths);
        var noteKey = NoteKey.of(signer, key);
        var signature = key.sign(signed(noteKey, leafHashes.size(), root));
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < leafHashes.size(); i++) {
            receipts.add(new Receipt(leafHashes.get(i), i, leafHashes.size(), List.copyOf(paths.get(i)), root,
                    noteKey.text(),
                    signature));
        }
        return receipts;
    }

    /// Whether that key gave this promise.
    public boolean verifies(NoteKey trusted) {
        return trusted.text().equals(key) && trusted.verifies(signed(trusted, size, root), signature)
                && Merkle.includes(root, size, index, leafHash, path);
    }

    private static byte[] climb(List<byte[]> leafHashes, List<List<byte[]>> paths) {
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        var middle = (int) Merkle.split(leafHashes.size());
        var left = climb(leafHashes.subList(0, middle), paths.subList(0, middle));
        var right = climb(leafHashes.subList(middle, leafHashes.size()), paths.subList(middle, paths.size()));
        paths.subList(0, middle).forEach(path -> path.add(right));
        paths.subList(middle, paths.size()).forEach(path -> path.add(left));
        return Merkle.nodeHash(left, right);
    }

    private static byte[] signed(NoteKey key, long size, byte[] root) {
        return (DOMAIN + key.name() + "\n" + size + "\n" + Base64Text.of(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
