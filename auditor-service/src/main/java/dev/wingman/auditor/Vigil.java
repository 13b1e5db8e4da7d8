package dev.wingman.auditor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import dev.wingman.contracts.ContainerObserved;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Transaction;

/// Keeps what the gateway observes, and lets the second witness see every container run while it runs: only so its later silence means something.
@ApplicationScoped
public class Vigil {

    private static final Logger LOG = Logger.getLogger(Vigil.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final Facts facts;
    private final ContainerWatch containers;
    private final Envelopes envelopes;
    private final PlatformSettings platform;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long rounds;

    Vigil(Facts facts, ContainerWatch containers, Envelopes envelopes, PlatformSettings platform, Vertx vertx) {
        this.facts = facts;
        this.containers = containers;
        this.envelopes = envelopes;
        this.platform = platform;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        rounds = vertx.setPeriodic(ROUND.toMillis(), _ -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(rounds);
    }

    /// Facts of this site. One from the future would hide all that follow: somebody's clock is wrong, and it does not count.
    public Uni<Void> keep(Transaction transaction, List<Inbox.Arrival> arrivals) {
        var latest = envelopes.now().plus(CLOCKS_APART);
        var observed = arrivals.stream()
                .flatMap(arrival -> arrival.envelope().as(ContainerObserved.class).stream())
                .filter(fact -> fact.event().site().value().equals(platform.site()))
                .filter(fact -> !fact.time().isAfter(latest)).toList();
        transaction.afterCommit(this::look);
        return observed.isEmpty() ? Uni.createFrom().voidItem() : facts.keep(transaction, observed);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            witness().onTermination().invoke(() -> looking.set(false)).subscribe().with(_ -> {
            }, failure -> LOG.warnf("event=vigil-interrupted reason=\"%s\"", failure.getMessage()));
        }
    }

    private Uni<Void> witness() {
        return facts.unwitnessed()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(ids) : containers.alive(ids))
                .chain(alive -> alive.isEmpty() ? Uni.createFrom().voidItem() : facts.sawAlive(alive));
    }
}
