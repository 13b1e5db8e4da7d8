package dev.wingman.watcher;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Lock;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;
import dev.wingman.watcher.domain.Plain;

/// Locks by a human's hand, and the care that the topic says what the database says: a broker that lost its data unlocks nobody.
@ApplicationScoped
public class Lockdowns {

    private static final Logger LOG = Logger.getLogger(Lockdowns.class);
    private static final Duration CARE = Duration.ofSeconds(5);

    private final Records records;
    private final Transactions transactions;
    private final Envelopes envelopes;
    private final Outbox outbox;
    private final States states;
    private final LiveView liveView;
    private final Vertx vertx;
    private final byte[] fingerprintSecret;
    private volatile long rounds;

    Lockdowns(Records records, Transactions transactions, Envelopes envelopes, Outbox outbox, States states,
            LiveView liveView, Vertx vertx) {
        this.records = records;
        this.transactions = transactions;
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.states = states;
        this.liveView = liveView;
        this.vertx = vertx;
        this.fingerprintSecret = envelopes.fingerprintSecret();
    }

    /// Locks; who is locked already stays so, under the older incident. A secret in the reason is replaced before anything else.
    public Uni<Lock> lock(Identifier tenant, Identifier by, Lock.Scope scope, Identifier name, String reason) {
        var now = envelopes.now();
        var clean = Screening.standard().redact(reason, FingerprintKey.ofTenant(fingerprintSecret, tenant.value()))
                .text();
        var wanted = new Lock(Ids.first(now), scope, name, Plain.text(clean) + " (by " + by + ")", now);
        return transactions.in(transaction -> records.locksForChange(transaction, tenant)
                .chain(locks -> same(locks, wanted).map(lock -> Uni.createFrom().item(lock))
                        .orElseGet(() -> add(transaction, tenant, wanted))))
                .invoke(() -> liveView.changed(tenant));
    }

    void care(@Observes StartupEvent starting) {
        rounds = vertx.setPeriodic(CARE.toMillis(), _ -> reconcile().subscribe()
                .with(_ -> {
                }, failure -> LOG.warnf("event=locks-not-compared reason=\"%s\"", failure.getMessage())));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(rounds);
    }

    private Uni<Void> reconcile() {
        return states.locksKnown()
                ? records.allLocks().map(this::wanting)
                        .chain(wanting -> Multi.createFrom().iterable(wanting)
                                .onItem().transformToUni(this::emitAgain).collectFailures().concatenate()
                                .collect().asList())
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /// Whose list the topic lacks, or whose last record there is not the watcher's newest word. A tenant that was never locked has no row: of
    /// those, only the registered count, else whoever can write to the topic could make up rows here without end.
    private Set<Identifier> wanting(Map<Identifier, LocksChanged> all) {
        var wanting = states.doubtfulLocks().stream()
                .filter(tenant -> all.containsKey(tenant) || states.tenant(tenant).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
        all.forEach((tenant, locks) -> {
            if (states.locks(tenant).filter(seen -> seen.version() >= locks.version()).isEmpty()) {
                wanting.add(tenant);
            }
        });
        return wanting;
    }

    /// Held for change, so that no list overtakes a newer one. A database that lost its rows unlocks nobody.
    private Uni<Void> emitAgain(Identifier tenant) {
        return transactions.in(transaction -> records.locksForChange(transaction, tenant)
                .map(locks -> states.locks(tenant).filter(seen -> seen.version() > locks.version()).orElse(locks))
                .chain(locks -> outbox.add(transaction, List.of(first(tenant, locks)))));
    }

    private Uni<Lock> add(Transaction transaction, Identifier tenant, Lock lock) {
        return records.lock(transaction, tenant, lock).map(locks -> first(tenant, locks))
                .chain(changed -> records.show(transaction, changed)
                        .chain(() -> outbox.add(transaction, List.of(changed))))
                .replaceWith(lock);
    }

    private Envelope<LocksChanged> first(Identifier tenant, LocksChanged locks) {
        return envelopes.first(Ids.first(envelopes.now()), tenant, tenant.value(), locks);
    }

    private static Optional<Lock> same(LocksChanged locks, Lock wanted) {
        return locks.locks().stream()
                .filter(lock -> lock.scope() == wanted.scope() && lock.name().equals(wanted.name())).findFirst();
    }
}
