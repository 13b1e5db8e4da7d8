package dev.wingman.contracts.ledger;

import java.util.ArrayList;
import java.util.List;

/// A growing tree, remembered by the roots of its complete subtrees alone: at most one for each bit of its size, the largest first.
public final class Frontier {

    /// A complete subtree that an append made: `level` 0 is a leaf; `index` counts the subtrees of that level from the left.
    public record Node(int level, long index, byte[] hash) {}

    private final ArrayList<byte[]> roots;
    private long size;

    public Frontier() {
        this(0, List.of());
    }

    public Frontier(long size, List<byte[]> roots) {
        if (Long.bitCount(size) != roots.size()) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has not " + roots.size() + " roots");
        }
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    public long size() {
        return size;
    }

    public List<byte[]> roots() {
        return List.copyOf(roots);
    }

    /// Appends a leaf and says which complete subtrees that made, the leaf first.
    public List<Node> append(byte[] leafHash) {
        var made = new ArrayList<Node>();
        var hash = leafHash;
        var level = 0;
        made.add(new Node(0, size, hash));
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.nodeHash(roots.removeLast(), hash);
            level++;
            made.add(new Node(level, size >> level, hash));
        }
        roots.add(hash);
        size++;
        return made;
    }

    public byte[] root() {
        return roots.isEmpty() ? Merkle.emptyRoot() : Merkle.fold(roots);
    }
}
