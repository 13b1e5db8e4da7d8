package dev.wingman.approval.db;

import java.time.Instant;
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

import dev.wingman.approval.Reading;
import dev.wingman.approval.db.ApprovalRows.RowKey;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.http.Page;

/// [Reading] in Postgres.
@ApplicationScoped
class SqlReading implements Reading {

    private static final String LIST = "select " + ApprovalRows.COLUMNS + """
             from approval where tenant_id = $1 and ($2::text is null or state = $2)
            and ($3::uuid is null or instruction_id = $3) and ($4::text is null or worker = $4)
            and ($5::timestamptz is null or (opened_at, approval_id) < ($5, $6::uuid))
            order by opened_at desc, approval_id desc limit $7""";
    private static final String FIND = "select " + ApprovalRows.COLUMNS
            + " from approval where tenant_id = $1 and approval_id = $2";

    private final Pool pool;

    SqlReading(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Filed>> list(Identifier tenant, Filter filter, Page.Request page) {
        var behind = page.after().map(text -> text.split("/", 2));
        var asked = Tuple.of(tenant.value()).addValue(filter.state().map(Enum::name).orElse(null))
                .addValue(filter.instruction().orElse(null))
                .addValue(filter.worker().map(Identifier::value).orElse(null))
                .addValue(ApprovalRows.utc(behind.map(position -> Instant.parse(position[0]))))
                .addValue(behind.map(position -> UUID.fromString(position[1])).orElse(null)).addValue(page.toRead());
        return pool.preparedQuery(LIST).execute(asked).chain(this::filed).onFailure(Unavailable::passes)
                .transform(cause -> new Unavailable("the database does not answer", cause));
    }

    @Override
    public Uni<Optional<Filed>> find(Identifier tenant, UUID approval) {
        return pool.preparedQuery(FIND).execute(Tuple.of(tenant.value(), approval)).chain(this::filed)
                .map(all -> all.stream().findFirst()).onFailure(Unavailable::passes)
                .transform(cause -> new Unavailable("the database does not answer", cause));
    }

    private Uni<List<Filed>> filed(RowSet<Row> found) {
        var rows = new ArrayList<Row>();
        found.forEach(rows::add);
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : SqlApprovals.votes(pool, rows).map(votes -> rows.stream()
                        .map(row -> ApprovalRows.filed(row, votes.getOrDefault(RowKey.of(row), List.of()))).toList());
    }
}
