package dev.wingman.execution;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.TenantSet;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Observation;
import dev.wingman.execution.domain.Ownership;
import dev.wingman.execution.domain.Target;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Publisher;
import dev.wingman.platform.events.States;

/// Tells what the containers of this site's tenants do: at once when something happens, and every few seconds though nothing does.
@ApplicationScoped
public class Observer {

    private static final Logger LOG = Logger.getLogger(Observer.class);

    private enum Call {
        CHANGED, STAGE_ENDED, STOP
    }

    private final EngineRoom room;
    private final Journal journal;
    private final States states;
    private final Publisher publisher;
    private final Envelopes envelopes;
    private final PlatformSettings platform;
    private final ExecutionSettings settings;
    private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final Map<String, ContainerObserved> told = new HashMap<>();
    private volatile boolean stopped;

    Observer(EngineRoom room, Journal journal, States states, Publisher publisher, Envelopes envelopes,
            PlatformSettings platform, ExecutionSettings settings) {
        this.room = room;
        this.journal = journal;
        this.states = states;
        this.publisher = publisher;
        this.envelopes = envelopes;
        this.platform = platform;
        this.settings = settings;
    }

    void start(@Observes StartupEvent starting) {
        if (settings.dockerHost().filter(host -> !host.isBlank()).isPresent()) {
            Thread.ofPlatform().daemon().name("observer").start(this::watch);
            Thread.ofPlatform().daemon().name("engine-events").start(this::listen);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        calls.add(Call.STOP);
    }

    /// Everything is told anew: a stage ended, and what was seen before says nothing of it.
    public void lookNow() {
        calls.add(Call.STAGE_ENDED);
    }

    private void watch() {
        var due = System.nanoTime();
        while (!stopped) {
            try {
                var call = calls.poll(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
                var all = call != Call.CHANGED || calls.remove(Call.STAGE_ENDED);
                while (calls.remove(Call.CHANGED)) {
                    LOG.trace("event=one-look-for-several-changes");
                }
                if (all) {
                    due = System.nanoTime() + settings.observeEvery().toNanos();
                }
                tell(all);
            } catch (InterruptedException e) {
                return;
            } catch (EngineFault | ExecutionException | TimeoutException e) {
                LOG.debugf("event=not-observed reason=\"%s\"", e.getMessage());
            } catch (RuntimeException e) {
                // Whatever it is, the next look is taken: without observations every stage is UNVERIFIABLE.
                LOG.error("event=observer-failed", e);
            }
        }
    }

    private void tell(boolean all) throws InterruptedException, ExecutionException, TimeoutException {
        if (!states.tenantsKnown()) {
            return;
        }
        var drills = journal.open().subscribeAsCompletionStage().get(5, TimeUnit.SECONDS);
        var asked = envelopes.now();
        var sight = room.look();
        var site = new Identifier(platform.site());
        var registry = states.allTenants();
        var ownership = new Ownership(site, registry);
        for (var tenant : registry) {
            var targets = targets(drills, tenant);
            var names = new TreeSet<>(ownership.visible(tenant, sight));
            names.addAll(targets.keySet());
            for (var name : names) {
                // A target is told of until its drill ends, whatever the registry says meanwhile: else it could never come back.
                // Of what is there and not the tenant's alone nothing is told: "absent" would be a lie.
                var container = sight.named(name);
                if (container.isEmpty() || targets.containsKey(name) || ownership.owns(tenant, container.get())) {
                    tell(tenant, Observation.of(site, name, container, targets.getOrDefault(name, Optional.empty())),
                            asked, all);
                }
            }
        }
    }

    /// The tenant's targets, by name, with the project of each.
    private static Map<String, Optional<String>> targets(List<Drill> drills, TenantSet tenant) {
        return drills.stream().filter(drill -> drill.tenant().equals(tenant.tenantId()))
                .flatMap(drill -> drill.targets().stream())
                .collect(Collectors.toMap(Target::name, Target::project, (one, _) -> one));
    }

    private void tell(TenantSet tenant, ContainerObserved observed, Instant asked, boolean all) {
        var before = told.put(tenant.tenantId() + "/" + observed.name(), observed);
        if (!all && observed.equals(before)) {
            return;
        }
        var envelope = new Envelope<>(Ids.first(asked), tenant.tenantId(), platform.self(), observed.name(), asked,
                platform.environment(), Optional.empty(), observed);
        publisher.publish(envelopes.seal(envelope)).subscribe().with(_ -> {
        }, failure -> LOG.debugf("event=observation-lost reason=\"%s\"", failure.getMessage()));
    }

    /// The engine's events only say when to look; what is told is what was looked at.
    private void listen() {
        while (!stopped) {
            try {
                var ended = new java.util.concurrent.CountDownLatch(1);
                try (var following = room.engine().follow(() -> calls.add(Call.CHANGED), ended::countDown)) {
                    LOG.debugf("event=engine-events stream=%s", following.getClass().getSimpleName());
                    ended.await();
                }
            } catch (InterruptedException e) {
                return;
            } catch (java.io.IOException | EngineFault e) {
                LOG.debugf("event=engine-events-ended reason=\"%s\"", e.getMessage());
            } catch (RuntimeException e) {
                // Whatever it is, the next stream is opened: without one, changes are seen only every few seconds.
                LOG.error("event=engine-events-failed", e);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(java.time.Duration.ofSeconds(1).toNanos());
        }
    }
}
