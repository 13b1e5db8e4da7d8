package dev.wingman.claimlogger.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.claimlogger.Books;
import dev.wingman.claimlogger.domain.Batch;
import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.Growth;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.platform.events.Transaction;

/// [Books] in Postgres: a handful of statements for a batch, whatever its size.
@ApplicationScoped
class LedgerTables implements Books {

    private static final String BEGIN = """
            insert into ledger_head (tenant_id, size, frontier) select *, 0, ''::bytea from unnest($1::text[])
            on conflict do nothing""";
    private static final String HOLD = """
            select tenant_id, size, frontier from ledger_head where tenant_id = any($1::text[]) order by tenant_id
            for update""";
    private static final String KNOWN = """
            select e.tenant_id, e.event_id, e.topic, e.headers, e.value from ledger_entry e
            join unnest($1::text[], $2::text[]) as asked(tenant_id, event_id) using (tenant_id, event_id)""";
    private static final String ADD_ENTRIES = """
            insert into ledger_entry (tenant_id, index, event_id, topic, headers, value, leaf_hash) select * from
            unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])""";
    private static final String ADD_NODES = """
            insert into ledger_node (tenant_id, level, index, hash)
            select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bytea[])""";
    private static final String MOVE_HEADS = """
            update ledger_head h set size = n.size, frontier = n.frontier
            from unnest($1::text[], $2::bigint[], $3::bytea[]) as n(tenant_id, size, frontier)
            where h.tenant_id = n.tenant_id""";

    @Override
    public Uni<Map<Identifier, Frontier>> open(Transaction transaction, Batch batch) {
        var tenants = Tuple.of(batch.arrived().keySet().stream().map(Identifier::value).toArray(String[]::new));
        return transaction.sql().preparedQuery(HOLD).execute(tenants)
                .chain(rows -> rows.size() == batch.arrived().size()
                        ? Uni.createFrom().item(rows)
                        : transaction.sql().preparedQuery(BEGIN).execute(tenants)
                                .chain(() -> transaction.sql().preparedQuery(HOLD).execute(tenants)))
                .map(rows -> {
                    var heads = new HashMap<Identifier, Frontier>();
                    rows.forEach(row -> heads.put(new Identifier(row.getString(0)),
                            Rows.frontier(row.getLong(1), row.getBuffer(2).getBytes())));
                    return heads;
                });
    }

    @Override
    public Uni<Map<Identifier, Map<String, WireRecord>>> known(Transaction transaction, Batch batch) {
        var tenants = new ArrayList<String>();
        var ids = new ArrayList<String>();
        batch.arrived().forEach((tenant, records) -> records.keySet().forEach(id -> {
            tenants.add(tenant.value());
            ids.add(id);
        }));
        return transaction.sql().preparedQuery(KNOWN).execute(Tuple.of(texts(tenants), texts(ids))).map(rows -> {
            var known = new HashMap<Identifier, Map<String, WireRecord>>();
            rows.forEach(row -> known.computeIfAbsent(new Identifier(row.getString(0)), _ -> new HashMap<>()).put(
                    row.getString(1), Rows.record(row.getString(2), row.getString(0), row.getString(3),
                            row.getBuffer(4).getBytes())));
            return known;
        });
    }

    @Override
    public Uni<Void> write(Transaction transaction, Growth growth) {
        if (growth.entries().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction.sql().preparedQuery(ADD_ENTRIES).execute(entries(growth.entries()))
                .chain(() -> growth.nodes().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.sql().preparedQuery(ADD_NODES).execute(nodes(growth.nodes())).replaceWithVoid())
                .chain(() -> transaction.sql().preparedQuery(MOVE_HEADS).execute(heads(growth))).replaceWithVoid();
    }

    private static Tuple entries(List<Entry> entries) {
        return Tuple.tuple().addValue(entries.stream().map(entry -> entry.record().key()).toArray(String[]::new))
                .addValue(entries.stream().map(Entry::index).toArray(Long[]::new))
                .addValue(entries.stream().map(Entry::eventId).toArray(String[]::new))
                .addValue(entries.stream().map(entry -> entry.record().topic()).toArray(String[]::new))
                .addValue(entries.stream().map(entry -> Rows.headers(entry.record())).toArray(String[]::new))
                .addValue(entries.stream().map(entry -> Buffer.buffer(entry.record().value())).toArray(Buffer[]::new))
                .addValue(entries.stream().map(entry -> Buffer.buffer(entry.leafHash())).toArray(Buffer[]::new));
    }

    private static Tuple nodes(List<Growth.Node> nodes) {
        return Tuple.of(nodes.stream().map(node -> node.tenant().value()).toArray(String[]::new),
                nodes.stream().map(Growth.Node::level).toArray(Integer[]::new),
                nodes.stream().map(Growth.Node::index).toArray(Long[]::new),
                nodes.stream().map(node -> Buffer.buffer(node.hash())).toArray(Buffer[]::new));
    }

    private static Tuple heads(Growth growth) {
        return Tuple.of(growth.heads().keySet().stream().map(Identifier::value).toArray(String[]::new),
                growth.heads().values().stream().map(Frontier::size).toArray(Long[]::new),
                growth.heads().values().stream().map(Rows::roots).toArray(Buffer[]::new));
    }

    private static String[] texts(List<String> texts) {
        return Arrays.copyOf(texts.toArray(), texts.size(), String[].class);
    }
}
