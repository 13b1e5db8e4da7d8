package dev.wingman.claimlogger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.contracts.ledger.Leaf;

class BatchTest {

    private static final Identifier ACME = new Identifier("acme");
    private static final Identifier GLOBEX = new Identifier("globex");

    @Test
    void appendsToEachTenantsOwnLedgerInOrder() {
        var growth = grow(List.of(record("acme", "1", "a"), record("globex", "1", "b"), record("acme", "2", "c")));

        assertThat(growth.entries()).extracting(entry -> entry.record().key() + entry.index())
                .containsExactly("acme0", "acme1", "globex0");
        assertThat(growth.heads().get(ACME)).extracting(Frontier::size).isEqualTo(2L);
        assertThat(growth.heads().get(GLOBEX)).extracting(Frontier::size).isEqualTo(1L);
    }

    @Test
    void goesOnWhereTheLedgerStands() {
        var frontier = new Frontier();
        frontier.append(Leaf.of(record("acme", "0", "z")).hash());
        var growth = Batch.of(List.of(record("acme", "1", "a"))).onto(new HashMap<>(Map.of(ACME, frontier)), Map.of());

        assertThat(growth.entries().getFirst().index()).isEqualTo(1);
    }

    @Test
    void skipsWhatIsKnown() {
        var known = record("acme", "1", "a");
        var growth = Batch.of(List.of(known, record("acme", "2", "b"), record("acme", "2", "b"))).onto(new HashMap<>(),
                Map.of(ACME, Map.of("1", known)));

        assertThat(growth.entries()).extracting(Entry::eventId).containsExactly("2");
        assertThat(growth.contradicting()).isEmpty();
    }

    @Test
    void aRepeatThatWasSentAnotherTimeIsNoContradiction() {
        var first = record("acme", "1", "a").with("ce_time", "2026-01-01T00:00:00Z").with("traceparent", "x");
        var again = record("acme", "1", "a").with("ce_time", "2026-01-01T00:00:09Z").with("ce_signature", "y");

        assertThat(grow(List.of(first, again)).entries()).hasSize(1);
        assertThat(grow(List.of(first, again)).contradicting()).isEmpty();
    }

    @Test
    void aKnownIdWithOtherContentIsAContradiction() {
        var lie = record("acme", "1", "other");
        var inBatch = grow(List.of(record("acme", "1", "a"), lie));
        var later = Batch.of(List.of(lie)).onto(new HashMap<>(), Map.of(ACME, Map.of("1", record("acme", "1", "a"))));
        var otherHeader = grow(List.of(record("acme", "1", "a"), record("acme", "1", "a").with("ce_type", "x")));

        assertThat(inBatch.contradicting()).containsExactly(lie);
        assertThat(later.contradicting()).containsExactly(lie);
        assertThat(later.entries()).isEmpty();
        assertThat(otherHeader.contradicting()).hasSize(1);
    }

    @Test
    void aKeyThatIsNoTenantHasNoLedger() {
        var batch = Batch.of(List.of(record("", "1", "a"), record("No Tenant", "2", "b"), record("acme", "3", "c")));

        assertThat(batch.strangers()).hasSize(2);
        assertThat(batch.arrived()).containsOnlyKeys(ACME);
    }

    @Test
    void aRecordWithoutAnIdIsKeptUnderANameOfItsContent() {
        var bare = new WireRecord("wingman.claims.v1", "acme", new TreeMap<>(), new byte[]{1});
        var growth = grow(List.of(bare, bare, bare.with("ce_id", "no\u0000id")));

        assertThat(growth.entries()).hasSize(2).allMatch(entry -> entry.eventId().startsWith("leaf:"));
        assertThat(growth.contradicting()).isEmpty();
    }

    @Test
    void keepsTheRootsOfEvery256thSubtree() {
        var records = new java.util.ArrayList<WireRecord>();
        for (int i = 0; i < 600; i++) {
            records.add(record("acme", "id-" + i, "v" + i));
        }

        assertThat(grow(records).nodes()).extracting(node -> node.level() + "/" + node.index())
                .containsExactly("8/0", "8/1");
    }

    private static Growth grow(List<WireRecord> records) {
        return Batch.of(records).onto(new HashMap<>(), Map.of());
    }

    private static WireRecord record(String tenant, String id, String value) {
        return new WireRecord("wingman.claims.v1", tenant, Map.of("ce_id", id),
                value.getBytes(StandardCharsets.UTF_8));
    }
}
