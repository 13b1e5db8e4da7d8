package dev.wingman.gatekeeper.db;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Json;
import dev.wingman.gatekeeper.Instruction;
import dev.wingman.gatekeeper.Instructions;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// The read copy in Postgres.
@ApplicationScoped
class InstructionTable implements Instructions {

    private static final String ADD = """
            insert into instruction (instruction_id, tenant_id, worker, status, at, record)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
    private static final String FIND = """
            select instruction_id, tenant_id, worker, status, at, record from instruction
            where instruction_id = $1 and tenant_id = $2""";

    private final Transactions transactions;

    InstructionTable(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> add(Transaction transaction, List<Instruction> instructions) {
        return instructions.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.sql().preparedQuery(ADD)
                        .executeBatch(instructions.stream().map(InstructionTable::row).toList()).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Instruction>> find(Identifier tenant, UUID id) {
        return transactions.in(transaction -> transaction.sql().preparedQuery(FIND)
                .execute(Tuple.of(id, tenant.value())).map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext() ? Optional.of(instruction(found.next())) : Optional.<Instruction>empty();
                }));
    }

    private static Tuple row(Instruction instruction) {
        return Tuple.tuple().addUUID(instruction.id()).addString(instruction.tenant().value())
                .addString(instruction.worker().value()).addString(instruction.status())
                .addOffsetDateTime(instruction.at().atOffset(ZoneOffset.UTC))
                .addValue(new JsonObject(instruction.event().toString()));
    }

    private static Instruction instruction(Row row) {
        try {
            return new Instruction(row.getUUID(0), new Identifier(row.getString(1)), new Identifier(row.getString(2)),
                    row.getString(3), row.getOffsetDateTime(4).toInstant(),
                    Json.tolerant().readTree(row.getValue(5).toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the read copy holds what is no JSON", e);
        }
    }
}
