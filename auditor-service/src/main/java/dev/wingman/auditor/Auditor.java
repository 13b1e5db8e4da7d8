package dev.wingman.auditor;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.Asked;
import dev.wingman.contracts.ClaimRecorded;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Every claim, every stage that ended and every release that is asked for gets exactly one verdict: each becomes a work row, and a case ends it.
@ApplicationScoped
public class Auditor {

    static final Outcome NOT_OURS = new Outcome.Done(_ -> Uni.createFrom().voidItem());

    private final WorkRows rows;
    private final Workers workers;
    private final StageBook stages;
    private final ClaimCase claims;
    private final StageCase stageCase;
    private final ReleaseCase releases;
    private final AuditorSettings settings;
    private final PlatformSettings platform;

    Auditor(WorkRows rows, Workers workers, StageBook stages, ClaimCase claims, StageCase stageCase,
            ReleaseCase releases, AuditorSettings settings, PlatformSettings platform) {
        this.rows = rows;
        this.workers = workers;
        this.stages = stages;
        this.claims = claims;
        this.stageCase = stageCase;
        this.releases = releases;
        this.settings = settings;
        this.platform = platform;
    }

    void start(@Observes StartupEvent starting) {
        workers.start(settings.claimsAtOnce(), settings.claimsAtOnceOfATenant(), this::audit);
    }

    /// What is to be judged becomes work, side by side; preparations of stages are kept for when they end.
    public Uni<Void> enqueue(Transaction transaction, List<Inbox.Arrival> arrivals) {
        var work = arrivals.stream().filter(arrival -> isWork(arrival.envelope().event())).toList();
        var prepared = arrivals.stream().flatMap(arrival -> arrival.envelope().as(StagePrepared.class).stream())
                .filter(envelope -> isHere(envelope.event().of())).toList();
        return stages.keep(transaction, prepared).chain(() -> rows.add(transaction, work, _ -> null));
    }

    /// Looks into the rows now: what was enqueued is committed.
    public void wake() {
        rows.wake();
    }

    Uni<Outcome> audit(WorkItem item) {
        var envelope = item.envelope();
        return switch (envelope.event()) {
            case ClaimRecorded claim -> claims.audit(with(envelope, claim), item);
            case StageFinished finished -> stageCase.audit(with(envelope, finished), item);
            case ApprovalRequested requested -> releases.audit(with(envelope, requested), item);
            case Event other -> Uni.createFrom().item(NOT_OURS);
        };
    }

    private boolean isWork(Event event) {
        return switch (event) {
            case ClaimRecorded claim -> true;
            case StageFinished finished -> isHere(finished.of());
            case ApprovalRequested requested -> requested.card().asked() == Asked.RELEASE;
            case Event other -> false;
        };
    }

    private boolean isHere(DrillStage stage) {
        return stage.site().value().equals(platform.site());
    }

    private static <E extends Event> Envelope<E> with(Envelope<? extends Event> envelope, E event) {
        return new Envelope<>(envelope.id(), envelope.tenant(), envelope.source(), envelope.subject(), envelope.time(),
                envelope.environment(), envelope.traceparent(), event);
    }
}
