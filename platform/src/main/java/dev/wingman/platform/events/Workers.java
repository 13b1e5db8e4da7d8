package dev.wingman.platform.events;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.wingman.platform.Unavailable;

/// Works the rows: so many at once in all, so many of one tenant, the next as soon as one ends. One hanging piece or one loud tenant stops nobody.
@ApplicationScoped
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration ROUND = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WorkRows rows;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Vertx vertx;

    private @Nullable Function<WorkItem, Uni<Outcome>> work;
    private int atOnce;
    private int perTenant;
    private final Set<UUID> inHand = new HashSet<>();
    /// Rows may be ours by the table and in nobody's hand.
    private boolean adrift = true;
    private boolean taking;
    private boolean wanted;
    private boolean stopped;

    Workers(WorkRows rows, Outbox outbox, DeadLetters deadLetters, Vertx vertx) {
        this.rows = rows;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.vertx = vertx;
    }

    /// Starts working. `work` may take as long as the lease; it must be safe to run twice.
    public synchronized void start(int most, int mostOfOneTenant, Function<WorkItem, Uni<Outcome>> what) {
        work = what;
        atOnce = most;
        perTenant = mostOfOneTenant;
        rows.onWake(this::look);
        vertx.setPeriodic(1, ROUND.toMillis(), _ -> look());
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private synchronized void look() {
        if (taking || stopped || inHand.size() >= atOnce) {
            wanted = true;
            return;
        }
        taking = true;
        wanted = false;
        var free = atOnce - inHand.size();
        var released = adrift ? rows.release(Set.copyOf(inHand)) : Uni.createFrom().voidItem();
        adrift = false;
        released.chain(() -> rows.take(free, perTenant)).subscribe().with(this::took, this::notTaken);
    }

    private void took(List<WorkRows.Taken> taken) {
        synchronized (this) {
            taking = false;
            taken.forEach(one -> inHand.add(one.key()));
            wanted |= !taken.isEmpty();
        }
        taken.forEach(this::run);
        lookIfWanted();
    }

    /// The database may have carried it out and died before it said so.
    private synchronized void notTaken(Throwable failure) {
        LOG.debugf("event=work-waits reason=\"%s\"", failure.getMessage());
        taking = false;
        adrift = true;
    }

    private void run(WorkRows.Taken taken) {
        var what = java.util.Objects.requireNonNull(work);
        Uni.createFrom().deferred(() -> what.apply(taken.item())).chain(outcome -> settle(taken, outcome)).onFailure()
                .recoverWithUni(failure -> failed(taken, failure)).subscribe()
                .with(_ -> freed(taken, false), failure -> freed(taken, true));
    }

    private Uni<Void> settle(WorkRows.Taken taken, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var effect) ->
                rows.end(taken, effect).invoke(ours -> told(taken, ours)).replaceWithVoid();
            case Outcome.Again(var after, var why) -> rows.later(taken, after)
                    .invoke(() -> LOG.infof("event=work-again id=%s after=%s reason=\"%s\"",
                            taken.item().envelope().id(), after, why));
        };
    }

    private static void told(WorkRows.Taken taken, boolean ours) {
        if (!ours) {
            LOG.warnf("event=work-lost id=%s", taken.item().envelope().id());
        }
    }

    /// What passes by itself is tried again with growing pauses; what failed nine times before, for another reason, becomes a dead letter.
    private Uni<Void> failed(WorkRows.Taken taken, Throwable failure) {
        var item = taken.item();
        if (failure instanceof Unavailable || item.failures() < 9) {
            LOG.warnf("event=work-failed id=%s reason=\"%s: %s\"", item.envelope().id(),
                    failure.getClass().getSimpleName(), failure.getMessage());
            var pause = Duration.ofMillis(100L << Math.min(item.failures(), 9));
            return failure instanceof Unavailable
                    ? rows.later(taken, Duration.ofMillis(100L << Math.min(item.attempts(), 5)))
                    : rows.afterFailure(taken, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
        LOG.errorf(failure, "event=work-given-up id=%s", item.envelope().id());
        var dead = deadLetters.of(item.record(), "given up: " + failure.getClass().getSimpleName());
        return rows.end(taken, transaction -> outbox.add(transaction, List.of(dead))).replaceWithVoid();
    }

    private void freed(WorkRows.Taken taken, boolean unsettled) {
        synchronized (this) {
            inHand.remove(taken.key());
            adrift |= unsettled;
        }
        lookIfWanted();
    }

    private void lookIfWanted() {
        boolean now;
        synchronized (this) {
            now = wanted;
        }
        if (now) {
            look();
        }
    }
}
