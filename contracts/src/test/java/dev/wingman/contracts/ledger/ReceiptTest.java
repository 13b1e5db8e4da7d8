package dev.wingman.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.signature.SigningKey;

class ReceiptTest {

    private final SigningKey key = Keys.fresh();
    private final NoteKey trusted = NoteKey.of("wingman/DEV", key);

    @Test
    void eachClaimOfABatchIsPromised() {
        for (int size = 1; size <= 33; size++) {
            var leaves = Trees.leaves(size);

            var receipts = Receipt.promise(leaves, key, "wingman/DEV");

            assertThat(receipts).hasSize(size).allMatch(receipt -> receipt.verifies(trusted));
            assertThat(receipts.stream().map(Receipt::leafHash)).containsExactlyElementsOf(leaves);
        }
    }

    @Test
    void survivesJson() throws IOException {
        var receipt = Receipt.promise(Trees.leaves(3), key, "wingman/DEV").get(1);

        var read = Json.strict().readValue(Json.bytes(receipt), Receipt.class);

        assertThat(read.verifies(trusted)).isTrue();
        assertThat(Json.tree(receipt).fieldNames()).toIterable().containsExactlyInAnyOrder("leaf_hash", "index", "size",
                "path", "root", "key", "signature");
    }

    @Test
    void anotherLeafPlaceSizeOrKeyIsNotPromised() {
        var given = Receipt.promise(Trees.leaves(3), key, "wingman/DEV").get(1);
        var other = Trees.leaves(9).getLast();

        assertThat(new Receipt(other, 1, 3, given.path(), given.root(), given.key(), given.signature())
                .verifies(trusted)).isFalse();
        assertThat(new Receipt(given.leafHash(), 0, 3, given.path(), given.root(), given.key(), given.signature())
                .verifies(trusted)).isFalse();
        assertThat(new Receipt(given.leafHash(), 1, 4, given.path(), given.root(), given.key(), given.signature())
                .verifies(trusted)).isFalse();
        assertThat(new Receipt(other, 0, 1, List.of(), other, given.key(), given.signature()).verifies(trusted))
                .isFalse();
        assertThat(given.verifies(NoteKey.of("wingman/DEV", Keys.fresh()))).isFalse();
        assertThat(given.verifies(NoteKey.of("wingman/PRD", key))).isFalse();
    }
}
