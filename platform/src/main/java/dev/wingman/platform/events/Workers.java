package dev.wingman.platform.events;

import java.time.Duration;
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
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WorkRows rows;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final Vertx vertx;

    private @Nullable LeaseLoop<WorkRows.Taken> loop;

    Workers(WorkRows rows, Outbox outbox, DeadLetters deadLetters, Vertx vertx) {
        this.rows = rows;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.vertx = vertx;
    }

    /// Starts working. `work` may take as long as the lease; it must be safe to run twice.
    public void start(int atOnce, int perTenant, Function<WorkItem, Uni<Outcome>> work) {
        var started = new LeaseLoop<>("work", atOnce, new Rows(perTenant, work));
        loop = started;
        rows.onWake(started::look);
        started.start(vertx);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (loop != null) {
            loop.stop();
        }
    }

    private final class Rows implements LeaseLoop.Pieces<WorkRows.Taken> {

        private final int perTenant;
        private final Function<WorkItem, Uni<Outcome>> work;

        Rows(int perTenant, Function<WorkItem, Uni<Outcome>> work) {
            this.perTenant = perTenant;
            this.work = work;
        }

        @Override
        public UUID key(WorkRows.Taken taken) {
            return taken.key();
        }

        @Override
        public Uni<Void> release(Set<UUID> inHand) {
            return rows.release(inHand);
        }

        @Override
        public Uni<List<WorkRows.Taken>> take(int atMost) {
            return rows.take(atMost, perTenant);
        }

        @Override
        public Uni<Void> carry(WorkRows.Taken taken) {
            return Uni.createFrom().deferred(() -> work.apply(taken.item())).chain(outcome -> settle(taken, outcome))
                    .onFailure().recoverWithUni(failure -> failed(taken, failure));
        }
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
}
