package dev.wingman.watcher;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.AlertRaised;
import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.domain.Reaction;
import dev.wingman.watcher.domain.Watch;

/// Watches what the other services found and reacts: counts, locks, alerts, shows. Each batch is one transaction, and what it emits leaves by the outbox.
@ApplicationScoped
public class Watcher {

    private final Records records;
    private final Envelopes envelopes;
    private final Outbox outbox;
    private final States states;
    private final LiveView liveView;

    Watcher(Records records, Envelopes envelopes, Outbox outbox, States states, LiveView liveView) {
        this.records = records;
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.states = states;
        this.liveView = liveView;
    }

    public Uni<Void> watch(Transaction transaction, List<Arrival> arrivals) {
        var all = Uni.createFrom().voidItem();
        for (var arrival : arrivals) {
            all = all.chain(() -> watch(transaction, arrival.envelope()));
        }
        transaction.afterCommit(() -> arrivals.forEach(arrival -> liveView.changed(arrival.envelope().tenant())));
        return all;
    }

    private Uni<Void> watch(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case VerdictReached verdict -> envelope.as(VerdictReached.class)
                    .map(judged -> onVerdict(transaction, judged)).orElseGet(Watcher::nothing);
            case InstructionRejected rejected -> Watch.on(envelope.id(), rejected)
                    .map(alert -> raise(transaction, envelope, alert)).orElseGet(Watcher::nothing);
            case DeadLetter letter -> raise(transaction, envelope, Watch.on(envelope.id(), letter));
            case Event other -> nothing();
        };
    }

    private Uni<Void> onVerdict(Transaction transaction, Envelope<VerdictReached> verdict) {
        return records.show(transaction, verdict)
                .chain(() -> records.count(transaction, verdict))
                .chain(run -> records.locksForChange(transaction, verdict.tenant())
                        .map(locks -> react(verdict, locks, run)))
                .chain(reaction -> carryOut(transaction, verdict, reaction));
    }

    private Reaction react(Envelope<VerdictReached> verdict, LocksChanged locks, int unverifiableRun) {
        var tenant = states.tenant(verdict.tenant());
        var worker = verdict.event().worker();
        var held = locks.holding(worker, tenant.flatMap(entry -> entry.ownerOf(worker)));
        var limit = Watch.unverifiableLimit(tenant.map(TenantSet::tier).orElse(Tier.ENTERPRISE),
                tenant.flatMap(entry -> entry.policy().unverifiableLimit()));
        return Watch.on(verdict.id(), verdict.time(), verdict.event(), held, unverifiableRun, limit);
    }

    private Uni<Void> carryOut(Transaction transaction, Envelope<VerdictReached> cause, Reaction reaction) {
        var locked = reaction.lock().map(lock -> records.lock(transaction, cause.tenant(), lock)
                .map(locks -> envelopes.caused(cause, cause.tenant().value(), locks))
                .chain(changed -> records.show(transaction, changed)
                        .chain(() -> outbox.add(transaction, List.of(changed)))))
                .orElseGet(Watcher::nothing);
        return reaction.alert().map(alert -> locked.chain(() -> raise(transaction, cause, alert))).orElse(locked);
    }

    private Uni<Void> raise(Transaction transaction, Envelope<? extends Event> cause, AlertRaised alert) {
        var raised = envelopes.caused(cause, alert.alertId().toString(), alert);
        var emitted = new ArrayList<Envelope<? extends Event>>(List.of(raised));
        return records.alert(transaction, raised)
                .chain(() -> records.show(transaction, raised))
                .chain(() -> outbox.add(transaction, emitted));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
