package dev.wingman.claimlogger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.claimlogger.domain.Batch;
import dev.wingman.claimlogger.domain.Entry;
import dev.wingman.claimlogger.domain.Growth;
import dev.wingman.contracts.Codec;
import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Decoded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.Trust;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.DeadLetters;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// Keeps every record of every topic, once, as it came: also what nobody can read. Unlike other consumers it has no use for the inbox, because the
/// ledger itself knows which events it holds. What it cannot take becomes a dead letter, and stops nobody.
@ApplicationScoped
public class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Books books;
    private final ReadCopy copy;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final TrustFolder trust;

    Ledger(Transactions transactions, Books books, ReadCopy copy, Outbox outbox, DeadLetters deadLetters,
            PlatformSettings settings) {
        this.transactions = transactions;
        this.books = books;
        this.copy = copy;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.trust = new TrustFolder(settings.trust());
    }

    /// Keeps a batch in one transaction. While the database is away it waits and takes nothing.
    public Uni<Void> keep(List<WireRecord> records) {
        return patiently(() -> transactions.in(transaction -> keep(transaction, Batch.of(records)))).onFailure()
                .recoverWithUni(failure -> oneByOne(records, failure));
    }

    private Uni<Void> keep(Transaction transaction, Batch batch) {
        return books.open(transaction, batch)
                .chain(heads -> books.known(transaction, batch).map(known -> batch.onto(heads, known)))
                .chain(growth -> books.write(transaction, growth)
                        .chain(() -> copy.follow(transaction, believed(growth.entries())))
                        .chain(() -> outbox.add(transaction, refused(batch, growth))));
    }

    /// A batch that fails for another reason than a passing one holds a record that the database does not take: only that one is put aside.
    private Uni<Void> oneByOne(List<WireRecord> records, Throwable failure) {
        if (records.size() > 1) {
            var all = Uni.createFrom().voidItem();
            for (var record : records) {
                all = all.chain(() -> keep(List.of(record)));
            }
            return all;
        }
        LOG.errorf(failure, "event=record-not-kept record=\"%s\"", records.getFirst());
        var dead = deadLetters.of(records.getFirst(), "not kept: " + failure.getClass().getSimpleName());
        return patiently(() -> transactions.in(transaction -> outbox.add(transaction, List.of(dead))));
    }

    private List<Envelope<? extends Event>> believed(List<Entry> entries) {
        var events = new ArrayList<Envelope<? extends Event>>();
        for (var entry : entries) {
            if (Codec.decode(entry.record()) instanceof Decoded.Known(var envelope)
                    && trust.judge(entry.record(), envelope) instanceof Trust.Trusted) {
                events.add(envelope);
            }
        }
        return events;
    }

    private List<Envelope<DeadLetter>> refused(Batch batch, Growth growth) {
        var letters = new ArrayList<Envelope<DeadLetter>>();
        batch.strangers().forEach(record -> letters.add(deadLetters.of(record, "the key is no tenant")));
        growth.contradicting()
                .forEach(record -> letters.add(deadLetters.of(record, "a known id with other content")));
        return letters;
    }

    private static Uni<Void> patiently(java.util.function.Supplier<Uni<Void>> step) {
        return Uni.createFrom().deferred(step::get).onFailure(Unavailable.class)
                .invoke(failure -> LOG.warnf("event=ledger-waits reason=\"%s\"", failure.getMessage()))
                .onFailure(Unavailable.class).retry().withBackOff(SOON, LATER).indefinitely();
    }
}
