package dev.wingman.auditor.db;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Reached;
import dev.wingman.auditor.Verifications;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The calls of the last minute are counted where they are recorded, one caller at a time.
@ApplicationScoped
class PostgresVerifications implements Verifications {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('verify'), hashtext($1))";
    private static final String COUNT = """
            select count(*), extract(epoch from min(asked_at) + interval '1 minute' - clock_timestamp())::float8
            from verifications
            where tenant_id = $1 and caller = $2 and asked_at > clock_timestamp() - interval '1 minute'""";
    private static final String BEGIN = """
            insert into verifications (id, tenant_id, caller, asked_at) values ($1, $2, $3, clock_timestamp())""";
    private static final String END = """
            with kept as (
                insert into evidence (tenant_id, digest, content) values ($2, $3, $4) on conflict do nothing
            )
            update verifications set verdict = $5, evidence = $3 where id = $1""";

    private final Transactions transactions;
    private final AuditorSettings settings;

    PostgresVerifications(Transactions transactions, AuditorSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Uni<Optional<Duration>> begin(Identifier tenant, Identifier caller, UUID id) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(ALONE)
                .execute(Tuple.of(tenant + "/" + caller))
                .chain(() -> transaction.sql().preparedQuery(COUNT).execute(Tuple.of(tenant.value(), caller.value())))
                .map(rows -> wait(rows.iterator().next()))
                .chain(wait -> wait.isPresent()
                        ? Uni.createFrom().item(wait)
                        : record(transaction, tenant, caller, id).replaceWith(wait)));
    }

    @Override
    public Uni<Void> end(UUID id, Reached reached) {
        var evidence = EvidenceForm.bytes(reached.evidence());
        var row = Tuple.of(id, reached.tenant().value(), Buffer.buffer(Digests.sha256(evidence)),
                Buffer.buffer(evidence), reached.judgement().verdict().name());
        return transactions.in(transaction -> transaction.sql().preparedQuery(END).execute(row).replaceWithVoid());
    }

    private Optional<Duration> wait(Row counted) {
        if (counted.getLong(0) < settings.verifiesAMinute()) {
            return Optional.empty();
        }
        var seconds = (long) Math.ceil(counted.getDouble(1));
        return Optional.of(Duration.ofSeconds(Math.clamp(seconds, 1, WINDOW.toSeconds())));
    }

    private static Uni<Void> record(Transaction transaction, Identifier tenant, Identifier caller, UUID id) {
        return transaction.sql().preparedQuery(BEGIN).execute(Tuple.of(id, tenant.value(), caller.value()))
                .replaceWithVoid();
    }
}
