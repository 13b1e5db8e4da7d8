package dev.wingman.notifier.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.notifier.Correspondence;
import dev.wingman.platform.events.Transaction;

/// [Correspondence] in Postgres.
@ApplicationScoped
class SqlCorrespondence implements Correspondence {

    private static final String FIRST = "insert into update_taken (update_id) values ($1) on conflict do nothing";
    private static final String NOTE = """
            insert into submission (submission_id, tenant_id, telegram_user, chat, message, link)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    private static final String SELECT = """
            select submission_id, tenant_id, telegram_user, chat, message, link from submission\s""";
    private static final String FIND = SELECT + "where tenant_id = $1 and submission_id = $2";
    private static final String LATEST_LINK = SELECT
            + "where tenant_id = $1 and telegram_user = $2 and link order by submitted_at desc limit 1";
    private static final String UNLINK = """
            delete from operator_link where tenant_id = $1 and (operator = $2 or telegram_user = $3)""";
    private static final String LINK = """
            insert into operator_link (tenant_id, operator, telegram_user) values ($1, $2, $3) on conflict do nothing""";
    private static final String LINKS = "select tenant_id, operator from operator_link where telegram_user = $1";

    @Override
    public Uni<Boolean> first(Transaction transaction, UUID update) {
        return transaction.sql().preparedQuery(FIRST).execute(Tuple.of(update)).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> note(Transaction transaction, Submission submission) {
        var row = Tuple.of(submission.submissionId(), submission.tenant().value(), submission.user(),
                submission.chat(), submission.message(), submission.link());
        return transaction.sql().preparedQuery(NOTE).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Submission>> find(Transaction transaction, Identifier tenant, UUID submission) {
        return transaction.sql().preparedQuery(FIND).execute(Tuple.of(tenant.value(), submission))
                .map(SqlCorrespondence::submission);
    }

    @Override
    public Uni<Optional<Submission>> latestLink(Transaction transaction, Identifier tenant, long user) {
        return transaction.sql().preparedQuery(LATEST_LINK).execute(Tuple.of(tenant.value(), user))
                .map(SqlCorrespondence::submission);
    }

    @Override
    public Uni<Void> link(Transaction transaction, Identifier tenant, Identifier operator, long user) {
        var row = Tuple.of(tenant.value(), operator.value(), user);
        return transaction.sql().preparedQuery(UNLINK).execute(row)
                .chain(() -> transaction.sql().preparedQuery(LINK).execute(row)).replaceWithVoid();
    }

    @Override
    public Uni<List<Link>> links(Transaction transaction, long user) {
        return transaction.sql().preparedQuery(LINKS).execute(Tuple.of(user)).map(rows -> {
            var links = new ArrayList<Link>();
            rows.forEach(row -> links
                    .add(new Link(new Identifier(row.getString(0)), new Identifier(row.getString(1)))));
            return links;
        });
    }

    private static Optional<Submission> submission(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next())
                        .map(row -> new Submission(row.getUUID(0), new Identifier(row.getString(1)), row.getLong(2),
                                row.getLong(3), row.getLong(4), row.getBoolean(5)));
    }
}
