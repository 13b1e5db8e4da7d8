package dev.wingman.auditor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Sends the probes, all of a claim at once, and calls them back in time. A virtual thread waits for them; the probes themselves have platform
/// threads, because a file system that hangs holds the carrier of a virtual thread, and two such probes would stop everybody on two cores.
/// A probe that hangs keeps its tenant's permit until it ends, so a tenant can stop only itself.
@ApplicationScoped
public class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private record UnderWay(Future<Observation> look, long until) {}

    private final List<Probe<?>> probes;
    private final AuditorSettings settings;
    private final Map<Identifier, Semaphore> permits = new ConcurrentHashMap<>();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService looking = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("probe-", 1).factory());

    Lookout(@Any Instance<Probe<?>> probes, AuditorSettings settings) {
        this.probes = probes.stream().toList();
        this.settings = settings;
    }

    @PreDestroy
    void stop() {
        waiting.shutdownNow();
        looking.shutdownNow();
    }

    /// One observation for each predicate, in their order.
    public Uni<List<Observation>> look(Identifier tenant, Site site, List<Predicate> predicates) {
        return predicates.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom().item(() -> lookNow(tenant, site, predicates)).runSubscriptionOn(waiting);
    }

    /// Who looks at such a predicate.
    public String witness(Predicate predicate, String site) {
        return probes.stream().filter(probe -> probe.type().isInstance(predicate)).map(Probe::name).findFirst()
                .orElse("nobody") + "@" + site;
    }

    private List<Observation> lookNow(Identifier tenant, Site site, List<Predicate> predicates) {
        var permit = permits.computeIfAbsent(tenant, _ -> new Semaphore(settings.probesAtOnceOfATenant()));
        var end = System.nanoTime() + settings.claimAtMost().toNanos();
        var underWay = new ArrayList<UnderWay>();
        try {
            for (var predicate : predicates) {
                underWay.add(send(permit, predicate, site, end));
            }
            var seen = new ArrayList<Observation>();
            for (var one : underWay) {
                seen.add(await(one));
            }
            return List.copyOf(seen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the service stops");
        }
    }

    private UnderWay send(Semaphore permit, Predicate predicate, Site site, long end) throws InterruptedException {
        if (!permit.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            return new UnderWay(java.util.concurrent.CompletableFuture.completedFuture(
                    new Unseen("there was no time left to look; too many looks of this tenant are under way")), end);
        }
        var until = Math.min(end, System.nanoTime() + settings.probeAtMost().toNanos());
        return new UnderWay(looking.submit(() -> {
            try {
                return probes.stream().filter(probe -> probe.type().isInstance(predicate)).findFirst()
                        .map(probe -> look(probe, predicate, site))
                        .orElse(new Unseen("nothing here looks at such a predicate"));
            } finally {
                permit.release();
            }
        }), until);
    }

    private static <P extends Predicate> Observation look(Probe<P> probe, Predicate predicate, Site site) {
        try {
            return probe.look(probe.type().cast(predicate), site);
        } catch (InterruptedException e) {
            return new Unseen("it took too long");
        }
    }

    private Observation await(UnderWay one) throws InterruptedException {
        try {
            return one.look().get(Math.max(0, one.until() - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            one.look().cancel(true);
            return new Unseen("it did not answer within " + seconds(settings.probeAtMost()));
        } catch (ExecutionException e) {
            LOG.warn("event=probe-failed", e.getCause());
            return new Unseen("the probe failed");
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
