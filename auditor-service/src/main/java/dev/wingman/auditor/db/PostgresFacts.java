package dev.wingman.auditor.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.Facts;
import dev.wingman.auditor.domain.Fact;
import dev.wingman.auditor.domain.Fact.Known;
import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The gateway's facts, read before their ids, so that no id of a fact is missing. Rows are written in the order of their keys, so that no two transactions wait for each other.
@ApplicationScoped
class PostgresFacts implements Facts {

    private static final String KEEP = """
            insert into facts as f (tenant_id, name, at, seen)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::bytea[])
            on conflict (tenant_id, name) do update set at = excluded.at, seen = excluded.seen where f.at < excluded.at""";
    private static final String KEEP_IDS = """
            insert into container_ids as c (tenant_id, name, container_id, last_seen, running)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::bool[])
            on conflict (tenant_id, name, container_id) do update set last_seen = excluded.last_seen,
                running = excluded.running where c.last_seen < excluded.last_seen""";
    private static final String LATEST = "select name, at, seen from facts where tenant_id = $1 and name = any($2)";
    private static final String IDS = """
            select name, container_id, last_seen, seen_alive is not null from container_ids
            where tenant_id = $1 and name = any($2) order by last_seen desc limit 1000""";
    private static final String UNWITNESSED = """
            select distinct container_id from container_ids
            where seen_alive is null and running and last_seen > now() - interval '1 minute' limit 500""";
    private static final String SAW_ALIVE = """
            update container_ids set seen_alive = now()
            where container_id = any($1) and seen_alive is null and running""";

    private final Transactions transactions;

    PostgresFacts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(Transaction transaction, List<Envelope<ContainerObserved>> observed) {
        var facts = newest(observed, fact -> fact.tenant() + "/" + fact.event().name());
        var ids = newest(observed.stream().filter(fact -> fact.event().containerId().isPresent()).toList(),
                fact -> fact.tenant() + "/" + fact.event().name() + "/" + fact.event().containerId().orElseThrow());
        var row = keys(facts).addValue(times(facts)).addValue(facts.stream()
                .map(fact -> Buffer.buffer(Json.bytes(fact.event()))).toArray(Buffer[]::new));
        var idRow = keys(ids)
                .addValue(ids.stream().map(fact -> fact.event().containerId().orElseThrow()).toArray(String[]::new))
                .addValue(times(ids)).addValue(
                        ids.stream().map(fact -> fact.event().status().equals("running")).toArray(Boolean[]::new));
        return transaction.sql().preparedQuery(KEEP).execute(row)
                .chain(() -> transaction.sql().preparedQuery(KEEP_IDS).execute(idRow)).replaceWithVoid();
    }

    @Override
    public Uni<Map<String, Fact>> latest(Identifier tenant, Collection<String> names) {
        var wanted = Tuple.of(tenant.value(), names.toArray(String[]::new));
        return transactions.in(transaction -> transaction.sql().preparedQuery(LATEST).execute(wanted)
                .chain(facts -> transaction.sql().preparedQuery(IDS).execute(wanted)
                        .map(rows -> facts(facts, ids(rows)))));
    }

    @Override
    public Uni<List<String>> unwitnessed() {
        return transactions.in(transaction -> transaction.sql().query(UNWITNESSED).execute().map(rows -> {
            var ids = new ArrayList<String>();
            rows.forEach(row -> ids.add(row.getString(0)));
            return List.copyOf(ids);
        }));
    }

    @Override
    public Uni<Void> sawAlive(List<String> ids) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(SAW_ALIVE)
                .execute(Tuple.of(ids.toArray(String[]::new))).replaceWithVoid());
    }

    private static List<Envelope<ContainerObserved>> newest(List<Envelope<ContainerObserved>> observed,
            Function<Envelope<ContainerObserved>, String> key) {
        var newest = new TreeMap<String, Envelope<ContainerObserved>>();
        observed.forEach(fact -> newest.merge(key.apply(fact), fact,
                (one, other) -> one.time().isAfter(other.time()) ? one : other));
        return List.copyOf(newest.values());
    }

    private static Tuple keys(List<Envelope<ContainerObserved>> facts) {
        return Tuple.tuple().addValue(facts.stream().map(fact -> fact.tenant().value()).toArray(String[]::new))
                .addValue(facts.stream().map(fact -> fact.event().name()).toArray(String[]::new));
    }

    private static OffsetDateTime[] times(List<Envelope<ContainerObserved>> facts) {
        return facts.stream().map(fact -> fact.time().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    private static Map<String, List<Known>> ids(RowSet<Row> rows) {
        var ids = new HashMap<String, List<Known>>();
        rows.forEach(row -> ids.computeIfAbsent(row.getString(0), _ -> new ArrayList<>()).add(
                new Known(row.getString(1), row.getOffsetDateTime(2).toInstant(), row.getBoolean(3))));
        return ids;
    }

    private static Map<String, Fact> facts(RowSet<Row> rows, Map<String, List<Known>> ids) {
        var facts = new HashMap<String, Fact>();
        rows.forEach(row -> facts.put(row.getString(0), new Fact(observed(row.getBuffer(2).getBytes()),
                row.getOffsetDateTime(1).toInstant(), ids.getOrDefault(row.getString(0), List.of()))));
        return Map.copyOf(facts);
    }

    private static ContainerObserved observed(byte[] bytes) {
        try {
            return Json.tolerant().readValue(bytes, ContainerObserved.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept fact cannot be read", e);
        }
    }
}
