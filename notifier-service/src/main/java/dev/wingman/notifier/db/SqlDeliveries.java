package dev.wingman.notifier.db;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.notifier.Deliveries;
import dev.wingman.notifier.Messenger.Attempt;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.http.Page;

/// [Deliveries] in Postgres.
@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private static final String COLUMNS = "delivery_id, alert_id, chat, state, attempts, reason, created_at, updated_at";
    private static final String PLAN = """
            insert into delivery (delivery_id, tenant_id, alert_id, chat, state, reason) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";
    private static final String WAITING = "select " + COLUMNS
            + " from delivery where alert_id = $1 and state = 'WAITING' order by chat";
    private static final String ATTEMPTED = """
            update delivery set state = $2, attempts = attempts + 1, reason = $3, message_id = $4, updated_at = now()
            where delivery_id = $1""";
    private static final String LIST = "select " + COLUMNS + """
             from delivery where tenant_id = $1 and ($2::text is null or state = $2)
            and ($3::timestamptz is null or (created_at, delivery_id) < ($3, $4::uuid))
            order by created_at desc, delivery_id desc limit $5""";

    private final Pool pool;

    SqlDeliveries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> plan(Transaction transaction, Identifier tenant, UUID alert, List<Long> chats) {
        var rows = new ArrayList<Tuple>();
        chats.forEach(chat -> rows.add(row(tenant, alert, Optional.of(chat), State.WAITING)));
        if (rows.isEmpty()) {
            rows.add(row(tenant, alert, Optional.empty(), State.NO_CHANNEL));
        }
        return transaction.sql().preparedQuery(PLAN).executeBatch(rows).replaceWithVoid();
    }

    @Override
    public Uni<List<Delivery>> waiting(UUID alert) {
        return pool.preparedQuery(WAITING).execute(Tuple.of(alert)).map(SqlDeliveries::deliveries);
    }

    @Override
    public Uni<Void> attempted(UUID delivery, Attempt attempt) {
        var row = switch (attempt) {
            case Attempt.Delivered(var messageId) -> Tuple.of(delivery, State.SENT.name(), null, messageId);
            case Attempt.Later(var after, var why) -> Tuple.of(delivery, State.WAITING.name(), why, null);
            case Attempt.Refused(var why) -> Tuple.of(delivery, State.REFUSED.name(), why, null);
        };
        return pool.preparedQuery(ATTEMPTED).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<List<Delivery>> list(Identifier tenant, Optional<State> state, Page.Request page) {
        var after = page.after().map(position -> position.split("/", 2));
        var row = Tuple.of(tenant.value(), state.map(State::name).orElse(null),
                after.map(position -> OffsetDateTime.parse(position[0])).orElse(null),
                after.map(position -> UUID.fromString(position[1])).orElse(null), page.toRead());
        return pool.preparedQuery(LIST).execute(row).map(SqlDeliveries::deliveries);
    }

    private static Tuple row(Identifier tenant, UUID alert, Optional<Long> chat, State state) {
        var id = Ids.derived(alert, "delivery/" + chat.map(String::valueOf).orElse("none"));
        var reason = chat.isPresent() ? null : "no bot token, or no chat for this tenant";
        return Tuple.of(id, tenant.value(), alert, chat.orElse(null), state.name(), reason);
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        var all = new ArrayList<Delivery>();
        rows.forEach(row -> all.add(new Delivery(row.getUUID(0), row.getUUID(1), Optional.ofNullable(row.getLong(2)),
                State.valueOf(row.getString(3)), row.getInteger(4), Optional.ofNullable(row.getString(5)),
                row.getOffsetDateTime(6).toInstant(), row.getOffsetDateTime(7).toInstant())));
        return all;
    }
}
