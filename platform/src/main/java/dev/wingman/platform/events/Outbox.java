package dev.wingman.platform.events;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.WireRecord;

/// What a transaction emits. It is on its topic after the commit, once, or not at all without it.
@ApplicationScoped
public class Outbox {

    private static final String ADD = """
            insert into outbox (topic, key, headers, value)
            select * from unnest($1::text[], $2::text[], $3::jsonb[], $4::bytea[])""";

    /// Brokers take a mebibyte with headers. A larger record could never leave, and would hold back all behind it.
    private static final int MOST_BYTES = 960 * 1024;

    private final Envelopes envelopes;

    Outbox(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    public Uni<Void> add(Transaction transaction, List<? extends Envelope<? extends Event>> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : addRecords(transaction, events.stream().map(envelopes::seal).toList());
    }

    private Uni<Void> addRecords(Transaction transaction, List<WireRecord> records) {
        for (var record : records) {
            if (record.value().length > MOST_BYTES) {
                return Uni.createFrom().failure(new IllegalArgumentException("an event of %d bytes fits on no topic: %s"
                        .formatted(record.value().length, record)));
            }
        }
        var row = Tuple.tuple().addValue(records.stream().map(WireRecord::topic).toArray(String[]::new))
                .addValue(records.stream().map(WireRecord::key).toArray(String[]::new))
                .addValue(records.stream().map(Wire::headers).toArray(JsonObject[]::new))
                .addValue(records.stream().map(record -> Buffer.buffer(record.value())).toArray(Buffer[]::new));
        return transaction.sql().preparedQuery(ADD).execute(row).replaceWithVoid();
    }
}
