package dev.wingman.approval.db;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.approval.People;
import dev.wingman.approval.Vault;
import dev.wingman.approval.domain.SecondFactor;
import dev.wingman.approval.domain.Totp;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// [People] in Postgres.
@ApplicationScoped
class SqlPeople implements People {

    private static final String LINKED = "select operator from operator_link where tenant_id = $1 and telegram_user = $2";
    private static final String LINK = """
            insert into operator_link (tenant_id, operator, telegram_user, linked_at) values ($1, $2, $3, clock_timestamp())
            on conflict (tenant_id, operator) do update set telegram_user = $3, linked_at = clock_timestamp()""";
    private static final String OFFER = """
            insert into link_code (tenant_id, operator, code_digest, expires_at)
            values ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
            on conflict (tenant_id, operator) do update set code_digest = $3, expires_at = excluded.expires_at
            returning expires_at""";
    private static final String TAKE = """
            delete from link_code where tenant_id = $1 and code_digest = $2
            returning operator, expires_at > clock_timestamp() as live""";
    private static final String FACTOR = """
            select secret, last_step, failures, window_from, locked_until from second_factor
            where tenant_id = $1 and operator = $2 for update""";
    private static final String KEEP = """
            update second_factor set last_step = $3, failures = $4, window_from = $5, locked_until = $6
            where tenant_id = $1 and operator = $2""";
    private static final String ENROL = """
            insert into second_factor (tenant_id, operator, secret, last_step, failures, window_from, enrolled_at)
            values ($1, $2, $3, -1, 0, clock_timestamp(), clock_timestamp())
            on conflict (tenant_id, operator) do update set secret = $3, last_step = -1, failures = 0,
                window_from = clock_timestamp(), locked_until = null, enrolled_at = clock_timestamp()""";
    private static final String TIES = """
            select coalesce(l.operator, f.operator) as operator, l.linked_at, f.enrolled_at
            from (select * from operator_link where tenant_id = $1) l
            full join (select * from second_factor where tenant_id = $1) f on l.operator = f.operator""";

    private final Transactions transactions;
    private final Vault vault;

    SqlPeople(Transactions transactions, Vault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    @Override
    public Uni<Optional<Identifier>> linked(Transaction transaction, Identifier tenant, long telegramUser) {
        return transaction.sql().preparedQuery(LINKED).execute(Tuple.of(tenant.value(), telegramUser))
                .map(rows -> first(rows).map(row -> new Identifier(row.getString(0))));
    }

    @Override
    public Uni<Void> link(Transaction transaction, Identifier tenant, Identifier operator, long telegramUser) {
        return transaction.sql().preparedQuery(LINK).execute(Tuple.of(tenant.value(), operator.value(), telegramUser))
                .replaceWithVoid();
    }

    @Override
    public Uni<Instant> offer(Identifier tenant, Identifier operator, String codeDigest, Duration lives) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(OFFER)
                .execute(Tuple.of(tenant.value(), operator.value(), codeDigest, lives.toMillis()))
                .map(rows -> ApprovalRows.instant(rows.iterator().next(), "expires_at").orElseThrow()));
    }

    @Override
    public Uni<Optional<Identifier>> takeCode(Transaction transaction, Identifier tenant, String codeDigest) {
        return transaction.sql().preparedQuery(TAKE).execute(Tuple.of(tenant.value(), codeDigest))
                .map(rows -> first(rows).filter(row -> row.getBoolean("live"))
                        .map(row -> new Identifier(row.getString("operator"))));
    }

    @Override
    public Uni<Optional<SecondFactor>> factor(Transaction transaction, Identifier tenant, Identifier operator) {
        return transaction.sql().preparedQuery(FACTOR).execute(Tuple.of(tenant.value(), operator.value()))
                .map(rows -> first(rows).flatMap(row -> factor(tenant, operator, row)));
    }

    @Override
    public Uni<Void> keep(Transaction transaction, Identifier tenant, Identifier operator, SecondFactor factor) {
        return transaction.sql().preparedQuery(KEEP)
                .execute(Tuple.of(tenant.value(), operator.value(), factor.lastStep(), factor.failures(),
                        ApprovalRows.utc(factor.windowFrom()))
                        .addValue(ApprovalRows.utc(factor.lockedUntil())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> enrol(Identifier tenant, Identifier operator, byte[] secret) {
        var closed = Buffer.buffer(vault.close(tenant, operator, secret));
        return transactions.in(transaction -> transaction.sql().preparedQuery(ENROL)
                .execute(Tuple.of(tenant.value(), operator.value(), closed)).replaceWithVoid());
    }

    @Override
    public Uni<List<Ties>> ties(Identifier tenant) {
        return transactions
                .in(transaction -> transaction.sql().preparedQuery(TIES).execute(Tuple.of(tenant.value())).map(rows -> {
                    var all = new ArrayList<Ties>();
                    rows.forEach(row -> all.add(new Ties(new Identifier(row.getString("operator")),
                            ApprovalRows.instant(row, "linked_at"), ApprovalRows.instant(row, "enrolled_at"))));
                    return all;
                }));
    }

    /// What does not open with today's key is as good as none: whoever has it must enrol again, and is told so.
    private Optional<SecondFactor> factor(Identifier tenant, Identifier operator, Row row) {
        return vault.open(tenant, operator, row.getBuffer("secret").getBytes()).map(secret -> new SecondFactor(
                new Totp(secret), row.getLong("last_step"), row.getInteger("failures"),
                ApprovalRows.instant(row, "window_from").orElseThrow(), ApprovalRows.instant(row, "locked_until")));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
