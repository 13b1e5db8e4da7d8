package dev.wingman.claimlogger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.contracts.ledger.Merkle;
import dev.wingman.contracts.ledger.Subtree;

class KnownHashesTest {

    private static final int SIZE = 70_000;

    private final List<byte[]> leaves = new ArrayList<>();
    private final List<Frontier.Node> kept = new ArrayList<>();
    private final Frontier frontier = new Frontier();

    KnownHashesTest() {
        for (int i = 0; i < SIZE; i++) {
            leaves.add(Merkle.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
            frontier.append(leaves.get(i)).stream().filter(node -> KnownHashes.isKept(node.level()))
                    .forEach(kept::add);
        }
    }

    @Test
    void provesEachEntryFromTheKeptLevelsAlone() {
        for (long index : new long[]{0, 1, 255, 256, 257, 1000, 65_535, 65_536, 69_631, 69_999}) {
            var path = Subtree.inclusion(index, SIZE);

            assertThat(Merkle.includes(frontier.root(), SIZE, index, leaves.get((int) index), hashes(path))).isTrue();
        }
    }

    @Test
    void provesEachEarlierSizeFromTheKeptLevelsAlone() {
        for (long from : new long[]{1, 255, 256, 1000, 65_536, 65_537, 69_999}) {
            var old = new Frontier();
            leaves.subList(0, (int) from).forEach(old::append);

            assertThat(Merkle.extendsTree(old.root(), from, frontier.root(), SIZE,
                    hashes(Subtree.consistency(from, SIZE)))).isTrue();
        }
    }

    @Test
    void readsSomeHundredHashesForAProofAndNotAll() {
        var count = Subtree.inclusion(1000, SIZE).stream().flatMap(part -> KnownHashes.needed(part).stream())
                .mapToLong(span -> span.to() - span.from()).sum();

        assertThat(count).isLessThan(1024);
    }

    @Test
    void saysSoWhenAHashIsGone() {
        assertThat(new KnownHashes().over(new Subtree(0, 3))).isEmpty();
    }

    private List<byte[]> hashes(List<Subtree> subtrees) {
        var known = new KnownHashes();
        subtrees.stream().flatMap(part -> KnownHashes.needed(part).stream()).forEach(span -> read(known, span));
        return subtrees.stream().map(part -> known.over(part).orElseThrow()).toList();
    }

    private void read(KnownHashes known, KnownHashes.Span span) {
        for (long index = span.from(); index < span.to(); index++) {
            var at = index;
            known.put(span.level(), at, span.level() == 0
                    ? leaves.get((int) at)
                    : kept.stream().filter(node -> node.level() == span.level() && node.index() == at).findFirst()
                            .orElseThrow().hash());
        }
    }
}
