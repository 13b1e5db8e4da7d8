package dev.wingman.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The known vectors are those of the Certificate Transparency implementations of RFC 6962.
class MerkleTest {

    private static final List<String> INPUTS = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreTheKnownOnes() {
        var leaves = INPUTS.stream().map(HexFormat.of()::parseHex).map(Merkle::leafHash).toList();

        for (int size = 1; size <= leaves.size(); size++) {
            assertThat(HexFormat.of().formatHex(Trees.frontier(leaves.subList(0, size)).root()))
                    .isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(new Frontier().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void pathsAreTheKnownOnes() {
        var leaves = INPUTS.stream().map(HexFormat.of()::parseHex).map(Merkle::leafHash).toList();

        assertThat(hex(Trees.hashes(leaves, Subtree.inclusion(5, 8)))).containsExactly(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(Trees.hashes(leaves, Subtree.consistency(6, 8)))).containsExactly(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Property(tries = 300)
    void aFrontierIsTheTreeOfTheDefinition(@ForAll @IntRange(max = 300) int size) {
        var leaves = Trees.leaves(size);

        var frontier = Trees.frontier(leaves);

        assertThat(frontier.root()).isEqualTo(Trees.root(leaves));
        assertThat(new Frontier(size, frontier.roots()).root()).isEqualTo(Trees.root(leaves));
    }

    @Property(tries = 100)
    void theNodesThatAnAppendMakesAreTheCompleteSubtrees(@ForAll @IntRange(max = 200) int size) {
        var leaves = Trees.leaves(size);

        assertThat(Trees.nodes(leaves)).allSatisfy(node -> assertThat(node.hash()).isEqualTo(
                Trees.hash(leaves,
                        new Subtree(node.index() << node.level(), node.index() + 1 << node.level()))))
                .hasSize(2 * size - Long.bitCount(size));
    }

    @Property(tries = 300)
    void everyLeafIsIncludedAndNoOther(@ForAll @IntRange(min = 1, max = 150) int size,
            @ForAll @IntRange(max = 149) int at) {
        var leaves = Trees.leaves(size);
        var root = Trees.root(leaves);
        var index = at % size;
        var path = Trees.hashes(leaves, Subtree.inclusion(index, size));

        assertThat(Merkle.includes(root, size, index, leaves.get(index), path)).isTrue();
        assertThat(Merkle.includes(root, size, index, Merkle.leafHash(new byte[0]), path)).isFalse();
        assertThat(Merkle.includes(root, size, (index + 1) % size, leaves.get(index), path)).isEqualTo(size == 1);
        assertThat(Merkle.includes(root, size, size, leaves.get(index), path)).isFalse();
        assertThat(Merkle.includes(root, size, -1, leaves.get(index), path)).isFalse();
        assertThat(Merkle.includes(root, size, index, leaves.get(index), longer(path, root))).isFalse();
        assertThat(path.isEmpty() || !Merkle.includes(root, size, index, leaves.get(index),
                path.subList(0, path.size() - 1))).isTrue();
    }

    @Property(tries = 300)
    void everyEarlierTreeIsExtendedAndNoOther(@ForAll @IntRange(max = 120) int from,
            @ForAll @IntRange(max = 120) int more) {
        var to = from + more;
        var leaves = Trees.leaves(to);
        var young = Trees.root(leaves);
        var old = Trees.root(leaves.subList(0, from));
        var path = Trees.hashes(leaves, Subtree.consistency(from, to));

        assertThat(Merkle.extendsTree(old, from, young, to, path)).isTrue();
        assertThat(Merkle.extendsTree(Merkle.leafHash(new byte[0]), from, young, to, path)).isFalse();
        assertThat(Merkle.extendsTree(old, from, young, to, longer(path, old))).isFalse();
        assertThat(from == 0 || !Merkle.extendsTree(old, from, Merkle.leafHash(new byte[0]), to, path)).isTrue();
        assertThat(more == 0 || !Merkle.extendsTree(young, to, old, from, path)).isTrue();
    }

    @Property(tries = 200)
    void aSubtreeIsFoldedFromCompleteOnes(@ForAll @IntRange(min = 1, max = 150) int size,
            @ForAll @IntRange(max = 149) int at) {
        var leaves = Trees.leaves(size);

        assertThat(Subtree.opening(at % size, size)).allSatisfy(subtree -> assertThat(
                Merkle.fold(Trees.hashes(leaves, subtree.complete()))).isEqualTo(Trees.hash(leaves, subtree)));
    }

    @Test
    void anExportNeedsOneHashForEachLineButTheFirst() {
        var size = 1000;

        var hashes = Stream.iterate(0L, i -> i + 1).limit(size).mapToInt(i -> Subtree.opening(i, size).size()).sum();

        assertThat(hashes).isEqualTo(size - 1);
    }

    private static List<byte[]> longer(List<byte[]> path, byte[] hash) {
        var longer = new ArrayList<>(path);
        longer.add(hash);
        return longer;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
