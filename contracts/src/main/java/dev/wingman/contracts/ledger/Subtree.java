package dev.wingman.contracts.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A subtree of an RFC 6962 tree, by the leaves that stand under it. Proofs are lists of subtrees; where their hashes lie is the caller's matter.
///
/// @param from its first leaf
/// @param to behind its last leaf
public record Subtree(long from, long to) {

    public Subtree {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a subtree has at least one leaf");
        }
    }

    /// The proof that the leaf at `index` is in a tree of `size` leaves: the siblings on its way up.
    public static List<Subtree> inclusion(long index, long size) {
        var siblings = new ArrayList<Subtree>();
        var node = new Subtree(0, size);
        while (node.leaves() > 1) {
            var inLeft = index < node.middle();
            siblings.add(inLeft ? node.right() : node.left());
            node = inLeft ? node.left() : node.right();
        }
        return lowestFirst(siblings);
    }

    /// The proof that a tree of `to` leaves begins with the tree of its first `from` leaves (RFC 6962, section 2.1.2).
    public static List<Subtree> consistency(long from, long to) {
        var hashes = new ArrayList<Subtree>();
        if (from == 0 || from == to) {
            return hashes;
        }
        var node = new Subtree(0, to);
        while (node.to() != from) {
            var inLeft = from <= node.middle();
            hashes.add(inLeft ? node.right() : node.left());
            node = inLeft ? node.left() : node.right();
        }
        if (node.from() != 0) {
            hashes.add(node);
        }
        return lowestFirst(hashes);
    }

    /// What an export's line proves itself with. A reader from left to right already knows the hash of the largest subtree that starts at
    /// `index`; these are the siblings on the way from the leaf up to it, and become what the reader knows of the lines behind. Over a whole
    /// export they are one hash a line.
    public static List<Subtree> opening(long index, long size) {
        var node = new Subtree(0, size);
        while (node.from() != index) {
            node = index < node.middle() ? node.left() : node.right();
        }
        return node.openingOfFirst();
    }

    /// The siblings on the way from the first leaf up to this subtree.
    List<Subtree> openingOfFirst() {
        var siblings = new ArrayList<Subtree>();
        for (var node = this; node.leaves() > 1; node = node.left()) {
            siblings.add(node.right());
        }
        return lowestFirst(siblings);
    }

    /// The complete subtrees that this one consists of, the largest first: [Merkle#fold] of their hashes is its hash.
    public List<Subtree> complete() {
        var parts = new ArrayList<Subtree>();
        for (long start = from; start < to;) {
            var end = start + Long.highestOneBit(to - start);
            parts.add(new Subtree(start, end));
            start = end;
        }
        return parts;
    }

    /// Of a complete subtree: 0 for a leaf.
    public int level() {
        return Long.numberOfTrailingZeros(leaves());
    }

    public long leaves() {
        return to - from;
    }

    private long middle() {
        return from + Merkle.split(leaves());
    }

    private Subtree left() {
        return new Subtree(from, middle());
    }

    private Subtree right() {
        return new Subtree(middle(), to);
    }

    private static List<Subtree> lowestFirst(List<Subtree> fromTheTop) {
        Collections.reverse(fromTheTop);
        return fromTheTop;
    }
}
