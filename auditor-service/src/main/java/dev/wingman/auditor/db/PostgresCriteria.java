package dev.wingman.auditor.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.auditor.CriteriaBook;
import dev.wingman.auditor.domain.Criteria;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Predicate;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// What instructions are judged by. The first acceptance of an id stands.
@ApplicationScoped
class PostgresCriteria implements CriteriaBook {

    private static final String KEEP = """
            insert into criteria (tenant_id, instruction_id, worker, site, predicates, accepted_at)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    private static final String FIND = """
            select worker, site, predicates from criteria where tenant_id = $1 and instruction_id = $2""";
    private static final TypeReference<List<Predicate>> PREDICATES = new TypeReference<>() {
    };

    private final Transactions transactions;

    PostgresCriteria(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(Transaction transaction, List<Envelope<InstructionAccepted>> accepted) {
        return transaction.sql().preparedQuery(KEEP).executeBatch(accepted.stream().map(PostgresCriteria::row).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Criteria>> find(Identifier tenant, UUID instruction) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(FIND)
                .execute(Tuple.of(tenant.value(), instruction)).map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(criteria(found.next())) : Optional.empty();
                }));
    }

    private static Tuple row(Envelope<InstructionAccepted> accepted) {
        var instruction = accepted.event();
        return Tuple.tuple().addValue(accepted.tenant().value()).addValue(instruction.instructionId())
                .addValue(instruction.worker().value()).addValue(instruction.site().orElse(null))
                .addValue(Buffer.buffer(bytes(instruction.predicates())))
                .addValue(accepted.time().atOffset(ZoneOffset.UTC));
    }

    private static Criteria criteria(Row row) {
        try {
            return new Criteria(new Identifier(row.getString(0)), Optional.ofNullable(row.getString(1)),
                    Json.tolerant().readValue(row.getBuffer(2).getBytes(), PREDICATES));
        } catch (IOException e) {
            throw new UncheckedIOException("kept criteria cannot be read", e);
        }
    }

    /// A list alone would lose each predicate's type name.
    private static byte[] bytes(List<Predicate> predicates) {
        try {
            return Json.tolerant().writerFor(PREDICATES).writeValueAsBytes(predicates);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("predicates have no JSON form", e);
        }
    }
}
