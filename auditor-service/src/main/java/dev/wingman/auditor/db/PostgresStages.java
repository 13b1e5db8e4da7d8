package dev.wingman.auditor.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.StageBook;
import dev.wingman.auditor.domain.Prepared;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// What stages were prepared. The first preparation of an id stands.
@ApplicationScoped
class PostgresStages implements StageBook {

    private static final String KEEP = """
            insert into stages (tenant_id, stage_id, prepared, prepared_at) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String FIND = """
            select prepared, prepared_at from stages where tenant_id = $1 and stage_id = $2""";

    private final Transactions transactions;

    PostgresStages(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(Transaction transaction, List<Envelope<StagePrepared>> prepared) {
        return prepared.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(KEEP)
                        .executeBatch(prepared.stream().map(PostgresStages::row).toList()).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Prepared>> find(Identifier tenant, UUID stage) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(FIND)
                .execute(Tuple.of(tenant.value(), stage)).map(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        return Optional.empty();
                    }
                    var row = found.next();
                    return Optional
                            .of(prepared(row.getBuffer(0).getBytes(), row.getOffsetDateTime(1).toInstant()));
                }));
    }

    private static Tuple row(Envelope<StagePrepared> prepared) {
        return Tuple.of(prepared.tenant().value(), prepared.event().of().stageId(),
                Buffer.buffer(Json.bytes(prepared.event())), prepared.time().atOffset(ZoneOffset.UTC));
    }

    private static Prepared prepared(byte[] bytes, Instant at) {
        try {
            return new Prepared(Json.tolerant().readValue(bytes, StagePrepared.class), at);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept preparation cannot be read", e);
        }
    }
}
