package dev.wingman.approval;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.logging.Logger;

import dev.wingman.approval.domain.Approval;
import dev.wingman.contracts.ApprovalEscalated;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.Transactions;

/// What happens by itself: expiry, escalation, and the end of all that a locked worker asked for. One replica at a time looks.
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final int AT_ONCE = 200;

    private final Approvals approvals;
    private final Clerk clerk;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Registry registry;
    private final ApprovalSettings settings;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();

    Clockwork(Approvals approvals, Clerk clerk, Transactions transactions, Outbox outbox, Envelopes envelopes,
            Registry registry, ApprovalSettings settings, Vertx vertx) {
        this.approvals = approvals;
        this.clerk = clerk;
        this.transactions = transactions;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.registry = registry;
        this.settings = settings;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent starting) {
        vertx.setPeriodic(settings.looksEvery().toMillis(), _ -> look());
        registry.onLocks(this::look);
    }

    /// A look that fails is made up for by the next one.
    private void look() {
        if (looking.compareAndSet(false, true)) {
            inTurn(this::due).chain(() -> inTurn(this::locked)).onTermination().invoke(() -> looking.set(false))
                    .subscribe().with(_ -> {
                    }, failure -> LOG.warnf("event=clock-waits reason=\"%s\"", failure.getMessage()));
        }
    }

    private Uni<Void> inTurn(java.util.function.Function<Transaction, Uni<Void>> what) {
        return transactions.in(transaction -> approvals.clockIsOurs(transaction)
                .chain(ours -> ours ? what.apply(transaction) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> due(Transaction transaction) {
        return approvals.due(transaction, AT_ONCE).chain(all -> each(all, held -> switch (held.approval()) {
            case Approval.Open open when open.isOver(held.now()) ->
                clerk.settle(transaction, origin(open), open, open.expire(held.now()), held.now());
            case Approval.Pending pending when pending.until().isEmpty() -> escalate(transaction, pending);
            case Approval any -> Uni.createFrom().voidItem();
        }));
    }

    private Uni<Void> escalate(Transaction transaction, Approval.Pending pending) {
        var matter = pending.matter();
        return approvals.escalate(transaction, matter, settings.escalatesEvery())
                .chain(times -> outbox.add(transaction, List.of(origin(pending).event(matter.id(),
                        new ApprovalEscalated(matter.id(), matter.asked(), matter.worker(), times)))));
    }

    private Uni<Void> locked(Transaction transaction) {
        return approvals.askers(transaction)
                .map(askers -> askers.stream().filter(
                        asker -> registry.isLocked(asker.tenant(), asker.worker())).toList())
                .chain(held -> each(held, asker -> revoke(transaction, asker)));
    }

    private Uni<Void> revoke(Transaction transaction, Approvals.Asker asker) {
        return approvals.openOf(transaction, asker).chain(all -> each(all, held -> {
            if (held.approval() instanceof Approval.Open open) {
                return clerk.settle(transaction, origin(open), open,
                        open.revokeByPolicy("the worker is locked", held.now()), held.now());
            }
            return Uni.createFrom().voidItem();
        }));
    }

    private Origin origin(Approval approval) {
        return Origin.ours(envelopes, approval.matter().tenant());
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Void>> step) {
        var done = Uni.createFrom().voidItem();
        for (var one : all) {
            done = done.chain(() -> step.apply(one));
        }
        return done;
    }
}
