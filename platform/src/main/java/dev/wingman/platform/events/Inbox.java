package dev.wingman.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Decoded;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.Trust;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;

/// The one way in from a work channel: decodes, believes only what is signed, drops what was taken before, and hands the rest to the story in one
/// transaction. While the database is away it waits and takes nothing; a record that nobody can take becomes a dead letter and stops nobody.
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String ADMIT = """
            insert into inbox (event_id, digest) select * from unnest($1::uuid[], $2::bytea[])
            on conflict do nothing returning event_id""";
    private static final String KNOWN = "select event_id, digest from inbox where event_id = any($1::uuid[])";

    /// What the story does with the events of a batch that are new, in the order in which they came.
    public interface Story extends BiFunction<Transaction, List<Arrival>, Uni<Void>> {}

    /// A new event, and the record that brought it.
    public record Arrival(Envelope<? extends Event> envelope, WireRecord record) {}

    private record Sorted(Map<UUID, Arrival> arrivals, List<Envelope<DeadLetter>> dead) {}

    private final Transactions transactions;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final TrustFolder trust;

    Inbox(Transactions transactions, Outbox outbox, DeadLetters deadLetters, PlatformSettings settings) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.trust = new TrustFolder(settings.trust());
    }

    public Uni<Void> admit(ConsumerRecords<byte[], byte[]> batch, Story story) {
        var records = new ArrayList<WireRecord>();
        batch.forEach(record -> records.add(Wire.of(record)));
        return admitAll(records, story).onFailure(Unavailable.class).invoke(Inbox::tellOfWaiting)
                .onFailure(Unavailable.class).retry().withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .indefinitely().onFailure().recoverWithUni(failure -> oneByOne(records, story, failure));
    }

    private Uni<Void> admitAll(List<WireRecord> records, Story story) {
        var sorted = sort(records);
        return transactions.in(transaction -> admitNew(transaction, sorted)
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : story.apply(transaction, fresh))
                .chain(() -> outbox.add(transaction, sorted.dead())));
    }

    /// A batch that fails for another reason than a passing one holds a record that the story cannot take: only that one is put aside.
    private Uni<Void> oneByOne(List<WireRecord> records, Story story, Throwable failure) {
        if (records.size() > 1) {
            var all = Uni.createFrom().voidItem();
            for (var record : records) {
                all = all.chain(() -> retried(List.of(record), story));
            }
            return all;
        }
        LOG.errorf(failure, "event=record-not-taken record=\"%s\"", records.getFirst());
        var dead = deadLetters.of(records.getFirst(), "not taken: " + failure.getClass().getSimpleName());
        return transactions.in(transaction -> outbox.add(transaction, List.of(dead))).onFailure(Unavailable.class)
                .retry().withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1)).indefinitely();
    }

    private Uni<Void> retried(List<WireRecord> one, Story story) {
        return admitAll(one, story).onFailure(Unavailable.class).retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1)).indefinitely().onFailure()
                .recoverWithUni(failure -> oneByOne(one, story, failure));
    }

    private Sorted sort(List<WireRecord> records) {
        var sorted = new Sorted(new LinkedHashMap<>(), new ArrayList<>());
        for (var record : records) {
            switch (Codec.decode(record)) {
                case Decoded.Known(var envelope) -> {
                    switch (trust.judge(record, envelope)) {
                        case Trust.Trusted() -> take(sorted, new Arrival(envelope, record));
                        case Trust.Untrusted(var why) ->
                            sorted.dead().add(deadLetters.of(record, "not believed: " + why));
                    }
                }
                case Decoded.Unknown(var type) -> LOG.debugf("event=unknown-type type=%s", type);
                case Decoded.Malformed(var why) -> sorted.dead().add(deadLetters.of(record, "malformed: " + why));
            }
        }
        return sorted;
    }

    private void take(Sorted sorted, Arrival arrival) {
        var before = sorted.arrivals().putIfAbsent(key(arrival.envelope()), arrival);
        if (before != null && !digest(before).equals(digest(arrival))) {
            sorted.dead().add(deadLetters.of(arrival.record(), "a known id with other content"));
        }
    }

    private Uni<List<Arrival>> admitNew(Transaction transaction, Sorted sorted) {
        var arrivals = List.copyOf(sorted.arrivals().values());
        if (arrivals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = sorted.arrivals().keySet().toArray(UUID[]::new);
        var digests = arrivals.stream().map(Inbox::digest).toArray(Buffer[]::new);
        return transaction.sql().preparedQuery(ADMIT).execute(Tuple.of(ids, digests)).map(rows -> {
            var fresh = new ArrayList<UUID>();
            rows.forEach(row -> fresh.add(row.getUUID(0)));
            return fresh;
        }).chain(fresh -> fresh.size() == arrivals.size()
                ? Uni.createFrom().item(arrivals)
                : withoutKnown(transaction, sorted, List.copyOf(fresh)));
    }

    private Uni<List<Arrival>> withoutKnown(Transaction transaction, Sorted sorted, List<UUID> fresh) {
        var known = sorted.arrivals().keySet().stream().filter(id -> !fresh.contains(id)).toArray(UUID[]::new);
        return transaction.sql().preparedQuery(KNOWN).execute(Tuple.of(known)).map(rows -> {
            var digests = new HashMap<UUID, Buffer>();
            rows.forEach(row -> digests.put(row.getUUID(0), row.getBuffer(1).getDelegate()));
            var admitted = new ArrayList<Arrival>();
            for (var arrival : sorted.arrivals().values()) {
                var id = key(arrival.envelope());
                if (fresh.contains(id)) {
                    admitted.add(arrival);
                } else if (!digest(arrival).equals(digests.get(id))) {
                    sorted.dead().add(deadLetters.of(arrival.record(), "a known id with other content"));
                }
            }
            return admitted;
        });
    }

    /// Under which an event is known. What needs no signature has ids of its own: nobody takes a signed event's id away by writing an unsigned one first.
    static UUID key(Envelope<? extends Event> envelope) {
        return envelope.event().signed() ? envelope.id() : Ids.derived(envelope.id(), "unsigned");
    }

    private static Buffer digest(Arrival arrival) {
        return Buffer.buffer(Digests.sha256(arrival.record().value()));
    }

    private static void tellOfWaiting(Throwable failure) {
        LOG.warnf("event=inbox-waits reason=\"%s\"", failure.getMessage());
    }
}
