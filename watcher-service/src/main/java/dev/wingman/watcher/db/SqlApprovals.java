package dev.wingman.watcher.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.ApprovalBook;

/// [ApprovalBook] in Postgres.
@ApplicationScoped
class SqlApprovals implements ApprovalBook {

    private static final String ASKED = """
            insert into release_asked (tenant_id, approval_id, at) values ($1, $2, $3) on conflict do nothing""";
    private static final String ASKED_AT = "select at from release_asked where tenant_id = $1 and approval_id = $2";
    private static final String USE = """
            insert into grant_used (execution_id, approval_id, tenant_id) values ($1, $2, $3) on conflict do nothing""";
    private static final String FORGET = "delete from stranger_refused where tenant_id = $1 and at < $2";
    private static final String REFUSED = """
            insert into stranger_refused (event_id, tenant_id, at) values ($1, $2, $3) on conflict do nothing""";
    private static final String COUNT = "select count(*)::int from stranger_refused where tenant_id = $1 and at >= $2";

    @Override
    public Uni<Void> releaseAsked(Transaction transaction, Identifier tenant, UUID approval, Instant at) {
        return transaction.sql().preparedQuery(ASKED)
                .execute(Tuple.of(tenant.value(), approval, at.atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Instant>> releaseAskedAt(Transaction transaction, Identifier tenant, UUID approval) {
        return transaction.sql().preparedQuery(ASKED_AT).execute(Tuple.of(tenant.value(), approval)).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getOffsetDateTime(0).toInstant()) : Optional.empty();
        });
    }

    @Override
    public Uni<Boolean> useOnce(Transaction transaction, Grant grant) {
        return transaction.sql().preparedQuery(USE)
                .execute(Tuple.of(grant.executionId(), grant.approvalId(), grant.tenantId().value()))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Integer> strangerRefused(Transaction transaction, Identifier tenant, UUID event, Instant at,
            Instant since) {
        var from = since.atOffset(ZoneOffset.UTC);
        return transaction.sql().preparedQuery(FORGET).execute(Tuple.of(tenant.value(), from))
                .chain(() -> transaction.sql().preparedQuery(REFUSED)
                        .execute(Tuple.of(event, tenant.value(), at.atOffset(ZoneOffset.UTC))))
                .chain(() -> transaction.sql().preparedQuery(COUNT).execute(Tuple.of(tenant.value(), from)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
