package dev.wingman.contracts.ledger;

import java.util.Arrays;
import java.util.List;

import dev.wingman.contracts.Digests;

/// RFC 6962 Merkle trees over SHA-256.
public final class Merkle {

    public static final int HASH_BYTES = 32;

    private Merkle() {}

    public static byte[] leafHash(byte[] leaf) {
        var input = new byte[leaf.length + 1];
        System.arraycopy(leaf, 0, input, 1, leaf.length);
        return Digests.sha256(input);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        var input = new byte[1 + 2 * HASH_BYTES];
        input[0] = 1;
        System.arraycopy(left, 0, input, 1, HASH_BYTES);
        System.arraycopy(right, 0, input, 1 + HASH_BYTES, HASH_BYTES);
        return Digests.sha256(input);
    }

    /// The root of the tree without leaves.
    public static byte[] emptyRoot() {
        return Digests.sha256(new byte[0]);
    }

    /// The hash over the complete subtrees of a tree or subtree, given the largest first; at least one.
    public static byte[] fold(List<byte[]> complete) {
        var hash = complete.getLast();
        for (int i = complete.size() - 2; i >= 0; i--) {
            hash = nodeHash(complete.get(i), hash);
        }
        return hash;
    }

    /// The size of the left subtree: the largest power of two below `size`, which is at least 2.
    public static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /// Whether `path` leads from the leaf at `index` to the root of a tree of `size` leaves.
    public static boolean includes(byte[] root, long size, long index, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        var hash = leafHash;
        for (var sibling : path) {
            if (last == 0 || sibling.length != HASH_BYTES) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// Whether the tree of `to` leaves begins with the tree of `from` leaves (RFC 9162, section 2.1.4.2).
    public static boolean extendsTree(byte[] fromRoot, long from, byte[] toRoot, long to, List<byte[]> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            return path.isEmpty()
                    && (from == 0 ? Arrays.equals(fromRoot, emptyRoot()) : Arrays.equals(fromRoot, toRoot));
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var next = 0;
        if (node == 0 ? false : path.isEmpty()) {
            return false;
        }
        var old = node == 0 ? fromRoot : path.get(next++);
        var young = old;
        while (next < path.size()) {
            var sibling = path.get(next++);
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = nodeHash(sibling, old);
                young = nodeHash(sibling, young);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                young = nodeHash(young, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(young, toRoot);
    }
}
