package dev.wingman.claimlogger.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.claimlogger.Archive;
import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.KnownHashes;
import dev.wingman.claimlogger.domain.KnownHashes.Span;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.platform.events.Transactions;

/// [Archive] in Postgres.
@ApplicationScoped
class LedgerArchive implements Archive {

    private static final String HEAD = "select size, frontier from ledger_head where tenant_id = $1";
    private static final String ENTRY = "select index, event_id, topic, headers, value, leaf_hash from ledger_entry where tenant_id = $1 ";
    private static final String RANGE = ENTRY + "and index >= $2 and index < $3 order by index";
    private static final String FIND = ENTRY + "and event_id = $2";
    private static final String LEAVES = """
            select 0, e.index, e.leaf_hash from unnest($2::bigint[], $3::bigint[]) as span(first, behind)
            join ledger_entry e on e.tenant_id = $1 and e.index >= span.first and e.index < span.behind""";
    private static final String NODES = """
            select n.level, n.index, n.hash from unnest($2::int[], $3::bigint[], $4::bigint[]) as span(level, first, behind)
            join ledger_node n on n.tenant_id = $1 and n.level = span.level and n.index >= span.first
                and n.index < span.behind""";

    private final Transactions transactions;

    LedgerArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Frontier> head(Identifier tenant) {
        return rows(HEAD, Tuple.of(tenant.value())).map(rows -> rows.isEmpty()
                ? new Frontier()
                : Rows.frontier(rows.getFirst().getLong(0), rows.getFirst().getBuffer(1).getBytes()));
    }

    @Override
    public Uni<List<Entry>> entries(Identifier tenant, long from, long to) {
        return rows(RANGE, Tuple.of(tenant.value(), from, to))
                .map(rows -> rows.stream().map(row -> entry(tenant, row)).toList());
    }

    @Override
    public Uni<Optional<Entry>> find(Identifier tenant, String eventId) {
        return rows(FIND, Tuple.of(tenant.value(), eventId))
                .map(rows -> rows.stream().map(row -> entry(tenant, row)).findFirst());
    }

    @Override
    public Uni<KnownHashes> hashes(Identifier tenant, List<Span> spans) {
        var leaves = spans.stream().filter(span -> span.level() == 0).toList();
        var nodes = spans.stream().filter(span -> span.level() > 0).toList();
        var known = new KnownHashes();
        return rows(LEAVES, Tuple.of(tenant.value(), firsts(leaves), behinds(leaves)))
                .invoke(rows -> put(known, rows))
                .chain(() -> rows(NODES, Tuple.of(tenant.value(),
                        nodes.stream().map(Span::level).toArray(Integer[]::new), firsts(nodes), behinds(nodes))))
                .invoke(rows -> put(known, rows)).replaceWith(known);
    }

    private Uni<List<Row>> rows(String query, Tuple values) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(query).execute(values).map(rows -> {
            var all = new ArrayList<Row>(rows.size());
            rows.forEach(all::add);
            return all;
        }));
    }

    private static void put(KnownHashes known, List<Row> rows) {
        rows.forEach(row -> known.put(row.getInteger(0), row.getLong(1), row.getBuffer(2).getBytes()));
    }

    private static Long[] firsts(List<Span> spans) {
        return numbers(spans.stream().map(Span::from));
    }

    private static Long[] behinds(List<Span> spans) {
        return numbers(spans.stream().map(Span::to));
    }

    private static Long[] numbers(Stream<Long> numbers) {
        return numbers.toArray(Long[]::new);
    }

    private static Entry entry(Identifier tenant, Row row) {
        return new Entry(row.getLong(0), row.getString(1), Rows.record(row.getString(2), tenant.value(),
                row.getString(3), row.getBuffer(4).getBytes()), row.getBuffer(5).getBytes());
    }
}
