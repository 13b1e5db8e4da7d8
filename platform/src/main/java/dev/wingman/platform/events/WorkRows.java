package dev.wingman.platform.events;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Decoded;
import dev.wingman.platform.PlatformSettings;

/// The table of work whose effect touches the outside. Rows are taken on a lease, a few of each tenant in turn, and end in the transaction of their effect.
@ApplicationScoped
public class WorkRows {

    private static final String ADD = """
            insert into work (event_id, tenant_id, lane, topic, headers, value)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::bytea[])
            on conflict do nothing""";
    private static final String TAKE = """
            with recursive tenants as (
                (select tenant_id from work order by tenant_id limit 1)
                union all
                select (select w.tenant_id from work w where w.tenant_id > t.tenant_id order by w.tenant_id limit 1)
                from tenants t where t.tenant_id is not null
            ), heads as (
                select w.event_id, w.seq, row_number() over (partition by w.tenant_id order by w.seq) as turn
                from tenants t cross join lateral (
                    select event_id, tenant_id, seq from work c
                    where c.tenant_id = t.tenant_id and not_before <= now()
                    and (taken_until is null or taken_until < now())
                    and (lane is null or not exists (
                        select 1 from work p where p.tenant_id = c.tenant_id and p.lane = c.lane and p.seq < c.seq))
                    order by seq limit greatest(0, $2 - (select count(*) from work h
                        where h.tenant_id = t.tenant_id and h.taken_until >= now()))) w
            ), chosen as (
                select event_id from heads order by turn, seq limit $1
            )
            update work set taken_by = $3, taken_until = now() + $4 * interval '1 millisecond', attempts = attempts + 1
            where event_id in (select event_id from chosen) and (taken_until is null or taken_until < now())
            returning event_id, topic, tenant_id, headers, value, attempts - 1, failures, admitted_at, taken_until, now()""";
    private static final String END = "delete from work where event_id = $1 and taken_by = $2 and taken_until = $3";
    private static final String AGAIN = """
            update work set taken_by = null, taken_until = null, not_before = now() + $4 * interval '1 millisecond',
                failures = failures + $5::int
            where event_id = $1 and taken_by = $2 and taken_until = $3""";
    private static final String RELEASE = """
            update work set taken_by = null, taken_until = null where taken_by = $1 and event_id <> all($2::uuid[])""";

    record Taken(WorkItem item, OffsetDateTime until) {

        UUID key() {
            return Inbox.key(item.envelope());
        }
    }

    private final Pool pool;
    private final Transactions transactions;
    private final String holder;
    private final Duration lease;
    private volatile Runnable wake = () -> {
    };

    WorkRows(Pool pool, Transactions transactions, PlatformSettings settings) {
        this.pool = pool;
        this.transactions = transactions;
        this.holder = settings.service() + "/" + settings.instance();
        this.lease = settings.workLease();
    }

    /// Stores the work in the inbox's transaction and wakes the workers once it is committed. Rows of one lane are worked strictly in order, rows without lane side by side.
    public Uni<Void> add(Transaction transaction, List<Inbox.Arrival> arrivals,
            Function<Inbox.Arrival, @Nullable String> lane) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = Tuple.tuple().addValue(arrivals.stream().map(a -> Inbox.key(a.envelope())).toArray(UUID[]::new))
                .addValue(arrivals.stream().map(a -> a.envelope().tenant().value()).toArray(String[]::new))
                .addValue(arrivals.stream().map(lane).toArray(String[]::new))
                .addValue(arrivals.stream().map(a -> a.record().topic()).toArray(String[]::new))
                .addValue(arrivals.stream().map(a -> Wire.headers(a.record())).toArray(JsonObject[]::new))
                .addValue(arrivals.stream().map(a -> Buffer.buffer(a.record().value())).toArray(Buffer[]::new));
        transaction.afterCommit(this::wake);
        return transaction.sql().preparedQuery(ADD).execute(rows).replaceWithVoid();
    }

    /// Says that rows may be waiting; the workers look at once instead of at their next round.
    public void wake() {
        wake.run();
    }

    void onWake(Runnable worker) {
        wake = worker;
    }

    /// Frees what this replica holds by the table but not in hand: it died, or the database did before it answered.
    Uni<Void> release(Set<UUID> inHand) {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(holder, inHand.toArray(UUID[]::new))).replaceWithVoid();
    }

    Uni<List<Taken>> take(int atMost, int perTenant) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(atMost, perTenant, holder, lease.toMillis())).map(rows -> {
            var taken = new ArrayList<Taken>();
            rows.forEach(row -> taken.add(taken(row)));
            return taken;
        });
    }

    /// Whether the row was still ours; only then its effect is committed.
    Uni<Boolean> end(Taken taken, Function<Transaction, Uni<Void>> effect) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(END)
                .execute(Tuple.of(taken.key(), holder, taken.until()))
                .chain(gone -> gone.rowCount() == 1
                        ? effect.apply(transaction).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /// Waiting for something is no failure, and neither is what passes by itself.
    Uni<Void> later(Taken taken, Duration after) {
        return again(taken, after, 0);
    }

    Uni<Void> afterFailure(Taken taken, Duration after) {
        return again(taken, after, 1);
    }

    private Uni<Void> again(Taken taken, Duration after, int failed) {
        var row = Tuple.of(taken.key(), holder, taken.until(), after.toMillis(), failed);
        return pool.preparedQuery(AGAIN).execute(row).replaceWithVoid();
    }

    private static Taken taken(Row row) {
        var record = Wire.row(row.getString(1), row.getString(2), (JsonObject) Objects.requireNonNull(row.getValue(3)),
                row.getBuffer(4).getBytes());
        if (Codec.decode(record) instanceof Decoded.Known(var envelope)) {
            var waited = Duration.between(row.getOffsetDateTime(7), row.getOffsetDateTime(9));
            return new Taken(new WorkItem(envelope, record, row.getInteger(5), row.getInteger(6), waited),
                    row.getOffsetDateTime(8));
        }
        throw new IllegalStateException("a work row is no event: " + record);
    }
}
