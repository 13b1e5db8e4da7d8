package dev.wingman.contracts.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The tree as RFC 6962 defines it, recursively, to compare everything faster with.
final class Trees {

    private Trees() {}

    static List<byte[]> leaves(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> Merkle.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8))).toList();
    }

    static byte[] root(List<byte[]> leafHashes) {
        if (leafHashes.size() < 2) {
            return leafHashes.isEmpty() ? Merkle.emptyRoot() : leafHashes.getFirst();
        }
        var split = (int) Merkle.split(leafHashes.size());
        return Merkle.nodeHash(root(leafHashes.subList(0, split)), root(leafHashes.subList(split, leafHashes.size())));
    }

    static byte[] hash(List<byte[]> leafHashes, Subtree subtree) {
        return root(leafHashes.subList((int) subtree.from(), (int) subtree.to()));
    }

    static List<byte[]> hashes(List<byte[]> leafHashes, List<Subtree> subtrees) {
        return subtrees.stream().map(subtree -> hash(leafHashes, subtree)).toList();
    }

    static Frontier frontier(List<byte[]> leafHashes) {
        var frontier = new Frontier();
        leafHashes.forEach(frontier::append);
        return frontier;
    }

    static Stream<Frontier.Node> nodes(List<byte[]> leafHashes) {
        var frontier = new Frontier();
        return leafHashes.stream().flatMap(hash -> frontier.append(hash).stream());
    }
}
