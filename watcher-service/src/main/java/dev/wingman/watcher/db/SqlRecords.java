package dev.wingman.watcher.db;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.Verdict;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.Records;

/// [Records] in Postgres.
@ApplicationScoped
class SqlRecords implements Records {

    private static final String COUNT = """
            insert into standing as s (tenant_id, worker, true_count, false_count, unverifiable_count, unverifiable_run,
                last_verdict_at) values ($1, $2, $3::int, $4::int, $5::int, $5::int, $6)
            on conflict (tenant_id, worker) do update set true_count = s.true_count + $3::int, false_count = s.false_count + $4::int,
                unverifiable_count = s.unverifiable_count + $5::int, last_verdict_at = greatest(s.last_verdict_at, $6),
                unverifiable_run = case when $5::int = 0 then 0 else s.unverifiable_run + 1 end
            returning unverifiable_run""";
    private static final String HOLD_LIST = """
            insert into lock_list as l (tenant_id, version) values ($1, 0)
            on conflict (tenant_id) do update set version = l.version returning version""";
    private static final String LOCKS = "select scope, name, incident, reason, since from lock where tenant_id = $1 order by since, name";
    private static final String ADD_LOCK = "insert into lock (tenant_id, scope, name, incident, reason, since) values ($1, $2, $3, $4, $5, $6)";
    private static final String DROP_LOCK = "delete from lock where tenant_id = $1 and scope = $2 and name = $3";
    private static final String NEXT_VERSION = "update lock_list set version = version + 1 where tenant_id = $1 returning version";
    private static final String ADD_ALERT = """
            insert into alert (alert_id, tenant_id, severity, kind, incident, worker, subject_id, text, raised_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing""";
    private static final String SHOW = """
            with head as (insert into stream_head as h (tenant_id, last) values ($1, 1)
                on conflict (tenant_id) do update set last = h.last + 1 returning last)
            insert into stream_entry (tenant_id, number, type, at, event) select $1, last, $2, $3, $4 from head""";
    private static final String ALL_LOCKS = """
            select v.tenant_id, v.version, l.scope, l.name, l.incident, l.reason, l.since
            from lock_list v left join lock l using (tenant_id) where v.version > 0 order by v.tenant_id, l.since, l.name""";
    private static final String ACKNOWLEDGE = """
            update alert set acknowledged_by = coalesce(acknowledged_by, $3), acknowledged_at = coalesce(acknowledged_at, now())
            where tenant_id = $1 and alert_id = $2 returning acknowledged_by""";
    private static final String SHOWN = "select number, type, event from stream_entry where tenant_id = $1 and number > $2 order by number limit $3";
    private static final String NEWEST = "select coalesce((select last from stream_head where tenant_id = $1), 0)";

    private final Pool pool;

    SqlRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> count(Transaction transaction, Envelope<VerdictReached> judged) {
        var verdict = judged.event().verdict();
        return transaction.sql().preparedQuery(COUNT)
                .execute(Tuple.of(judged.tenant().value(), judged.event().worker().value(), one(verdict, Verdict.TRUE),
                        one(verdict, Verdict.FALSE), one(verdict, Verdict.UNVERIFIABLE)).addValue(utc(judged.time())))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    @Override
    public Uni<LocksChanged> locksForChange(Transaction transaction, Identifier tenant) {
        return transaction.sql().preparedQuery(HOLD_LIST).execute(Tuple.of(tenant.value()))
                .chain(held -> list(transaction, tenant, held.iterator().next().getLong(0)));
    }

    @Override
    public Uni<LocksChanged> lock(Transaction transaction, Identifier tenant, Lock lock) {
        var row = Tuple.of(tenant.value(), word(lock.scope()), lock.name().value(), lock.incident(), lock.reason())
                .addValue(utc(lock.since()));
        return transaction.sql().preparedQuery(ADD_LOCK).execute(row)
                .chain(() -> transaction.sql().preparedQuery(NEXT_VERSION).execute(Tuple.of(tenant.value())))
                .chain(next -> list(transaction, tenant, next.iterator().next().getLong(0)));
    }

    @Override
    public Uni<LocksChanged> unlock(Transaction transaction, Identifier tenant, Lock lock) {
        return transaction.sql().preparedQuery(DROP_LOCK)
                .execute(Tuple.of(tenant.value(), word(lock.scope()), lock.name().value()))
                .chain(() -> transaction.sql().preparedQuery(NEXT_VERSION).execute(Tuple.of(tenant.value())))
                .chain(next -> list(transaction, tenant, next.iterator().next().getLong(0)));
    }

    @Override
    public Uni<Void> alert(Transaction transaction, Envelope<AlertRaised> raised) {
        var alert = raised.event();
        var row = Tuple
                .of(alert.alertId(), raised.tenant().value(), alert.severity().name(), alert.kind(), alert.incident())
                .addValue(alert.worker().map(Identifier::value).orElse(null)).addValue(alert.subjectId().orElse(null))
                .addValue(alert.text()).addValue(utc(raised.time()));
        return transaction.sql().preparedQuery(ADD_ALERT).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Void> show(Transaction transaction, Envelope<? extends Event> event) {
        var record = Codec.encode(event);
        return transaction.sql().preparedQuery(SHOW)
                .execute(Tuple.of(event.tenant().value(), record.headers().get("ce_type"), utc(event.time()),
                        Buffer.buffer(record.value())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<Identifier, LocksChanged>> allLocks() {
        return pool.query(ALL_LOCKS).execute().map(SqlRecords::byTenant);
    }

    @Override
    public Uni<Optional<Acknowledged>> acknowledge(Identifier tenant, UUID alert, Identifier by) {
        return pool.preparedQuery(ACKNOWLEDGE).execute(Tuple.of(tenant.value(), alert, by.value()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(new Acknowledged(alert, new Identifier(rows.iterator().next().getString(0)))));
    }

    @Override
    public Uni<List<Shown>> shownAfter(Identifier tenant, long number, int atMost) {
        return pool.preparedQuery(SHOWN).execute(Tuple.of(tenant.value(), number, atMost)).map(rows -> {
            var shown = new ArrayList<Shown>();
            rows.forEach(
                    row -> shown.add(new Shown(row.getLong(0), row.getString(1),
                            row.getBuffer(2).toString(StandardCharsets.UTF_8))));
            return shown;
        });
    }

    @Override
    public Uni<Long> newest(Identifier tenant) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(tenant.value()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Uni<LocksChanged> list(Transaction transaction, Identifier tenant, long version) {
        return transaction.sql().preparedQuery(LOCKS).execute(Tuple.of(tenant.value()))
                .map(rows -> new LocksChanged(version, locks(rows)));
    }

    private static List<Lock> locks(RowSet<Row> rows) {
        var locks = new ArrayList<Lock>();
        rows.forEach(row -> locks.add(lock(row)));
        return locks;
    }

    private static Map<Identifier, LocksChanged> byTenant(RowSet<Row> rows) {
        var all = new HashMap<Identifier, LocksChanged>();
        for (var row : rows) {
            var one = row.getString("scope") == null ? List.<Lock>of() : List.of(lock(row));
            all.merge(new Identifier(row.getString("tenant_id")), new LocksChanged(row.getLong("version"), one),
                    SqlRecords::joined);
        }
        return all;
    }

    private static LocksChanged joined(LocksChanged some, LocksChanged more) {
        var locks = new ArrayList<>(some.locks());
        locks.addAll(more.locks());
        return new LocksChanged(some.version(), locks);
    }

    private static Lock lock(Row row) {
        return new Lock(row.getUUID("incident"), Lock.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                new Identifier(row.getString("name")), row.getString("reason"),
                row.getOffsetDateTime("since").toInstant());
    }

    private static String word(Lock.Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static int one(Verdict verdict, Verdict counted) {
        return verdict == counted ? 1 : 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
