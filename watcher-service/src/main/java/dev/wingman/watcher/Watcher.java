package dev.wingman.watcher;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.InstructionRejected;
import dev.wingman.contracts.LocksChanged;
import dev.wingman.contracts.OperatorLinked;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.VoteRefused;
import dev.wingman.platform.events.Inbox.Arrival;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.domain.DrillWatch;
import dev.wingman.watcher.domain.Reaction;
import dev.wingman.watcher.domain.Watch;

/// Watches what the other services found and reacts: counts, locks, alerts, shows. Each batch is one transaction, and what it emits leaves by the outbox.
@ApplicationScoped
public class Watcher {

    private final Records records;
    private final DrillDesk drills;
    private final ApprovalBook approvals;
    private final Releases releases;
    private final Alarms alarms;
    private final States states;
    private final LiveView liveView;

    Watcher(Records records, DrillDesk drills, ApprovalBook approvals, Releases releases, Alarms alarms, States states,
            LiveView liveView) {
        this.records = records;
        this.drills = drills;
        this.approvals = approvals;
        this.releases = releases;
        this.alarms = alarms;
        this.states = states;
        this.liveView = liveView;
    }

    public Uni<Void> watch(Transaction transaction, List<Arrival> arrivals) {
        return each(transaction, arrivals, envelope -> watch(transaction, envelope));
    }

    /// Approvals and drills: shown, written down, and told where humans must hear of them.
    public Uni<Void> follow(Transaction transaction, List<Arrival> arrivals) {
        return each(transaction, arrivals, envelope -> follow(transaction, envelope));
    }

    private Uni<Void> each(Transaction transaction, List<Arrival> arrivals,
            Function<Envelope<? extends Event>, Uni<Void>> what) {
        var all = Uni.createFrom().voidItem();
        for (var arrival : arrivals) {
            all = all.chain(() -> what.apply(arrival.envelope()));
        }
        transaction.afterCommit(() -> arrivals.forEach(arrival -> liveView.changed(arrival.envelope().tenant())));
        return all;
    }

    private Uni<Void> watch(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case VerdictReached verdict -> envelope.as(VerdictReached.class)
                    .map(judged -> onVerdict(transaction, judged)).orElseGet(Watcher::nothing);
            case InstructionRejected rejected -> Watch.on(envelope.id(), rejected)
                    .map(alert -> alarms.raise(transaction, envelope, alert)).orElseGet(Watcher::nothing);
            case InstructionAccepted accepted -> drills.note(transaction, envelope);
            case DeadLetter letter -> alarms.raise(transaction, envelope, Watch.on(envelope.id(), letter));
            case Event other -> nothing();
        };
    }

    private Uni<Void> follow(Transaction transaction, Envelope<? extends Event> envelope) {
        return shown(envelope).map(event -> records.show(transaction, event)).orElseGet(Watcher::nothing)
                .chain(() -> drills.note(transaction, envelope))
                .chain(() -> DrillWatch.on(envelope.id(), envelope.event())
                        .map(alert -> alarms.raise(transaction, envelope, alert)).orElseGet(Watcher::nothing))
                .chain(() -> onApproval(transaction, envelope));
    }

    private Uni<Void> onApproval(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case ApprovalRequested requested when requested.card().asked() == Asked.RELEASE ->
                approvals.releaseAsked(transaction, envelope.tenant(), requested.card().approvalId(), envelope.time());
            case ApprovalUsed used when used.asked() == Asked.RELEASE -> envelope.as(ApprovalUsed.class)
                    .map(release -> releases.release(transaction, release)).orElseGet(Watcher::nothing);
            case VoteRefused refused when refused.operator().isEmpty() -> approvals
                    .strangerRefused(transaction, envelope.tenant(), envelope.id(), envelope.time(),
                            envelope.time().minus(DrillWatch.STRANGERS_WITHIN))
                    .chain(times -> DrillWatch.onStranger(envelope.id(), times)
                            .map(alert -> alarms.raise(transaction, envelope, alert)).orElseGet(Watcher::nothing));
            case Event other -> nothing();
        };
    }

    /// A grant is for one reader, and who is whom in Telegram for the approval service: neither is shown.
    private static Optional<Envelope<? extends Event>> shown(Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case OperatorLinked linked -> Optional.empty();
            case ApprovalUsed used -> Optional.of(new Envelope<>(envelope.id(), envelope.tenant(), envelope.source(),
                    envelope.subject(), envelope.time(), envelope.environment(), envelope.traceparent(),
                    new ApprovalUsed(used.approvalId(), used.asked(), used.worker(), used.stage(), used.executionId(),
                            used.audience(), "")));
            case Event other -> Optional.of(envelope);
        };
    }

    private Uni<Void> onVerdict(Transaction transaction, Envelope<VerdictReached> verdict) {
        return records.show(transaction, verdict).chain(() -> switch (verdict.event().kind()) {
            case CLAIM -> records.count(transaction, verdict)
                    .chain(run -> records.locksForChange(transaction, verdict.tenant())
                            .map(locks -> react(verdict, locks, run)))
                    .chain(reaction -> carryOut(transaction, verdict, reaction));
            case STAGE -> drills.judged(transaction, verdict)
                    .map(stage -> DrillWatch.on(verdict.id(), verdict.event(), stage))
                    .chain(alert -> alert.map(raised -> alarms.raise(transaction, verdict, raised))
                            .orElseGet(Watcher::nothing));
            case RELEASE -> nothing();
        });
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
                .chain(locks -> alarms.locksChanged(transaction, cause, locks))).orElseGet(Watcher::nothing);
        return reaction.alert().map(alert -> locked.chain(() -> alarms.raise(transaction, cause, alert)))
                .orElse(locked);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
