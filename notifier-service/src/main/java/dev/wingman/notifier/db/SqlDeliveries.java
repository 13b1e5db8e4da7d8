package dev.wingman.notifier.db;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.Deliveries;
import dev.wingman.notifier.Messenger.Attempt;
import dev.wingman.notifier.domain.Content;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;

/// [Deliveries] in Postgres.
@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private static final String PLAN = """
            insert into delivery (delivery_id, tenant_id, kind, about, chat, content, card_digest, callback_id,
                traceparent, state, reason)
            values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10, $11) on conflict do nothing""";
    private static final String REVISE = """
            update delivery set content = $3::text::jsonb, revision = revision + 1, state = 'WAITING',
                not_before = least(not_before, now()), updated_at = now()
            where tenant_id = $1 and about = $2 and kind = 'CARD' and (state in ('WAITING', 'SENT')
                or message_id is not null)""";
    private static final String SHOWN = "select tenant_id, kind, about, card_digest, message_id from delivery ";
    private static final int LOOKS = 4;
    private static final String SHOWN_BY = SHOWN + """
            where chat = $1 and message_id = $2 and card_digest is not null order by seq desc limit 1""";
    private static final String CARD_IN = SHOWN + """
            where tenant_id = $1 and about = $2 and chat = $3 and kind = 'CARD' and message_id is not null
            order by seq desc limit 1""";
    private static final String TAKE = """
            with heads as (
                select distinct on (chat, kind) delivery_id, tenant_id, chat, kind, seq, not_before, taken_until
                from delivery where state = 'WAITING' order by chat, kind, seq
            ), chosen as (
                select delivery_id from heads h
                where not_before <= now() and (taken_until is null or taken_until < now()) and (kind = 'PRESS'
                    or not exists (select 1 from quiet q where q.chat = h.chat and q.until > now()))
                order by row_number() over (partition by tenant_id order by seq), seq limit $1
            )
            update delivery set taken_by = $2, taken_until = now() + $3 * interval '1 millisecond'
            where delivery_id in (select delivery_id from chosen) and (taken_until is null or taken_until < now())
            returning delivery_id, kind, chat, content, revision, message_id, callback_id, traceparent""";
    private static final String ATTEMPTED = """
            update delivery set state = case when revision = $2 then $3 else 'WAITING' end, attempts = attempts + 1,
                reason = $4, message_id = coalesce($5, message_id), taken_by = null, taken_until = null,
                not_before = now() + $6 * interval '1 millisecond', updated_at = now()
            where delivery_id = $1""";
    private static final String QUIET = """
            insert into quiet (chat, until) values ($1, now() + $2 * interval '1 millisecond')
            on conflict (chat) do update set until = greatest(quiet.until, excluded.until)""";
    private static final String RELEASE = """
            update delivery set taken_by = null, taken_until = null where taken_by = $1 and state = 'WAITING'
            and delivery_id <> all($2::uuid[])""";
    private static final String LIST = """
            select delivery_id, kind, about, chat, state, attempts, reason, created_at, updated_at
            from delivery where tenant_id = $1 and ($2::text is null or state = $2)
            and ($3::timestamptz is null or (created_at, delivery_id) < ($3, $4::uuid))
            order by created_at desc, delivery_id desc limit $5""";

    private final Pool pool;
    private final String holder;
    private final Duration lease;
    private volatile Runnable wake = () -> {
    };

    SqlDeliveries(Pool pool, PlatformSettings settings) {
        this.pool = pool;
        this.holder = settings.service() + "/" + settings.instance();
        this.lease = settings.workLease();
    }

    @Override
    public Uni<Void> plan(Transaction transaction, List<Planned> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transaction.afterCommit(() -> wake.run());
        return transaction.sql().preparedQuery(PLAN).executeBatch(messages.stream().map(SqlDeliveries::row).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> revise(Transaction transaction, Identifier tenant, UUID approval, Content content) {
        transaction.afterCommit(() -> wake.run());
        return transaction.sql().preparedQuery(REVISE).execute(Tuple.of(tenant.value(), approval, Stored.text(content)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Shown>> shownBy(Transaction transaction, long chat, long message) {
        return shownBy(transaction, chat, message, LOOKS);
    }

    /// Somebody may answer a message before Telegram has told us its number.
    private static Uni<Optional<Shown>> shownBy(Transaction transaction, long chat, long message, int looks) {
        return transaction.sql().preparedQuery(SHOWN_BY).execute(Tuple.of(chat, message)).map(SqlDeliveries::shown)
                .chain(found -> found.isPresent() || looks == 1
                        ? Uni.createFrom().item(found)
                        : transaction.sql().query("select pg_sleep(0.2)").execute()
                                .chain(() -> shownBy(transaction, chat, message, looks - 1)));
    }

    @Override
    public Uni<Optional<Shown>> cardIn(Transaction transaction, Identifier tenant, UUID approval, long chat) {
        return transaction.sql().preparedQuery(CARD_IN).execute(Tuple.of(tenant.value(), approval, chat))
                .map(SqlDeliveries::shown);
    }

    @Override
    public Uni<List<Taken>> take(int most) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(most, holder, lease.toMillis())).map(rows -> {
            var taken = new ArrayList<Taken>();
            rows.forEach(row -> taken.add(new Taken(row.getUUID(0), Kind.valueOf(row.getString(1)), row.getLong(2),
                    Stored.read(row.getValue(3), Content.class), row.getInteger(4),
                    Optional.ofNullable(row.getLong(5)), Optional.ofNullable(row.getString(6)),
                    Optional.ofNullable(row.getString(7)))));
            return taken;
        });
    }

    @Override
    public Uni<Void> attempted(Taken taken, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Delivered(var message) -> settle(taken, State.SENT, null, message, Duration.ZERO);
            case Attempt.Later(var after, var why) -> settle(taken, State.WAITING, why, null, after);
            case Attempt.Refused(var why) -> settle(taken, State.REFUSED, why, null, Duration.ZERO);
            case Attempt.Quiet(var after, var why) ->
                pool.preparedQuery(QUIET).execute(Tuple.of(taken.chat(), after.toMillis()))
                        .chain(() -> settle(taken, State.WAITING, why, null, after));
        };
    }

    @Override
    public Uni<Void> release(Set<UUID> inHand) {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(holder, inHand.toArray(UUID[]::new))).replaceWithVoid();
    }

    @Override
    public void onWake(Runnable sender) {
        wake = sender;
    }

    @Override
    public Uni<List<Delivery>> list(Identifier tenant, Optional<State> state, Page.Request page) {
        var after = page.after().map(position -> position.split("/", 2));
        var row = Tuple.of(tenant.value(), state.map(State::name).orElse(null),
                after.map(position -> OffsetDateTime.parse(position[0])).orElse(null),
                after.map(position -> UUID.fromString(position[1])).orElse(null), page.toRead());
        return pool.preparedQuery(LIST).execute(row).map(SqlDeliveries::deliveries);
    }

    private Uni<Void> settle(Taken taken, State state, @org.jspecify.annotations.Nullable String reason,
            @org.jspecify.annotations.Nullable Long message, Duration after) {
        return pool.preparedQuery(ATTEMPTED).execute(Tuple.of(taken.deliveryId(), taken.revision(), state.name(),
                reason, message, after.toMillis())).replaceWithVoid();
    }

    private static Tuple row(Planned planned) {
        var reachable = planned.chat().isPresent();
        return Tuple.tuple().addUUID(planned.deliveryId()).addString(planned.tenant().value())
                .addString(planned.kind().name()).addUUID(planned.about()).addLong(planned.chat().orElse(null))
                .addString(Stored.text(planned.content())).addString(planned.cardDigest().orElse(null))
                .addString(planned.callbackId().orElse(null)).addString(planned.traceparent().orElse(null))
                .addString((reachable ? State.WAITING : State.NO_CHANNEL).name())
                .addString(reachable ? null : "no bot token, or no chat for this tenant");
    }

    private static Optional<Shown> shown(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next())
                        .map(row -> new Shown(new Identifier(row.getString(0)), Kind.valueOf(row.getString(1)),
                                row.getUUID(2), row.getString(3), row.getLong(4)));
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        var all = new ArrayList<Delivery>();
        rows.forEach(row -> all.add(new Delivery(row.getUUID(0), Kind.valueOf(row.getString(1)), row.getUUID(2),
                Optional.ofNullable(row.getLong(3)), State.valueOf(row.getString(4)), row.getInteger(5),
                Optional.ofNullable(row.getString(6)), row.getOffsetDateTime(7).toInstant(),
                row.getOffsetDateTime(8).toInstant())));
        return all;
    }
}
