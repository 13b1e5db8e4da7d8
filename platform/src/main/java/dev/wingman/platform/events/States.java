package dev.wingman.platform.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.platform.PlatformSettings;

/// The two state topics, in memory: the tenants' registry and the locks.
@ApplicationScoped
public class States {

    private static final Logger LOG = Logger.getLogger(States.class);

    private final StateChannel<TenantSet> tenants;
    private final StateChannel<LocksChanged> locks;

    States(PlatformSettings settings, Kafka kafka, Publisher publisher, Envelopes envelopes, DeadLetters deadLetters) {
        var trust = new TrustFolder(settings.trust());
        Consumer<WireRecord> forged = record -> {
            LOG.warnf("event=state-not-believed record=\"%s\"", record);
            publisher.publish(envelopes.seal(deadLetters.of(record, "not believed"))).subscribe()
                    .with(_ -> {
                    }, failure -> LOG.warnf("event=dead-letter-lost reason=\"%s\"", failure.getMessage()));
        };
        this.tenants = new StateChannel<>(Topic.TENANTS, TenantSet.class, TenantSet::version, trust, kafka,
                settings.stateUnknownAfter(), forged);
        this.locks = new StateChannel<>(Topic.LOCKDOWNS, LocksChanged.class, LocksChanged::version, trust, kafka,
                settings.stateUnknownAfter(), forged);
    }

    void start(@Observes StartupEvent starting) {
        Thread.ofPlatform().daemon().name("state-tenants").start(tenants);
        Thread.ofPlatform().daemon().name("state-locks").start(locks);
    }

    void stop(@Observes ShutdownEvent stopping) {
        tenants.stop();
        locks.stop();
    }

    public boolean tenantsKnown() {
        return tenants.known();
    }

    public boolean locksKnown() {
        return locks.known();
    }

    /// The tenant's registry entry, if there is one that can be believed. Meaningful only while [#tenantsKnown].
    public Optional<TenantSet> tenant(Identifier tenant) {
        return tenants.find(tenant).flatMap(held -> held).map(Envelope::event);
    }

    public List<TenantSet> allTenants() {
        return tenants.all().stream().map(Envelope::event).toList();
    }

    /// Whether this worker is locked, judged by what the topic's end says.
    public Standing standing(Identifier tenant, Identifier worker) {
        if (!locks.known() || !tenants.known()) {
            return new Standing.Unknown();
        }
        var held = locks.find(tenant);
        if (held.isEmpty()) {
            return new Standing.Free();
        }
        if (held.get().isEmpty()) {
            return new Standing.Unknown();
        }
        var owner = tenant(tenant).flatMap(entry -> entry.ownerOf(worker));
        return held.get().get().event().holding(worker, owner).<Standing>map(Standing.Locked::new)
                .orElse(new Standing.Free());
    }

    public void followLocks(Consumer<Envelope<LocksChanged>> follower) {
        locks.follow(follower);
    }

    /// The tenant's locks as the topic has them.
    public Optional<LocksChanged> locks(Identifier tenant) {
        return locks.find(tenant).flatMap(held -> held).map(Envelope::event);
    }

    /// Whose last record on the lock topic cannot be believed or is an old one, so that a service that starts later would not know the locks.
    public Set<Identifier> doubtfulLocks() {
        return locks.doubtful();
    }
}
