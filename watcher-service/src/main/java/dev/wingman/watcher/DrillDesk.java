package dev.wingman.watcher;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalRequested;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.DrillFinished;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.StageFinished;
import dev.wingman.contracts.StagePrepared;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.StageStarted;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.watcher.domain.StageNews;
import dev.wingman.watcher.domain.StageNews.OfStage;

/// Writes down what becomes of drills.
@ApplicationScoped
public class DrillDesk {

    private final DrillBook drills;
    private final States states;

    DrillDesk(DrillBook drills, States states) {
        this.drills = drills;
        this.states = states;
    }

    Uni<Void> note(Transaction transaction, Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case InstructionAccepted accepted -> accepted(transaction, envelope, accepted);
            case DrillFinished finished -> envelope.as(DrillFinished.class)
                    .map(report -> drills.finished(transaction, report)).orElseGet(DrillDesk::nothing);
            case Event other -> news(envelope)
                    .map(news -> drills.told(transaction, envelope.tenant(), news, envelope.time()))
                    .orElseGet(DrillDesk::nothing);
        };
    }

    Uni<Optional<DrillStage>> judged(Transaction transaction, Envelope<VerdictReached> verdict) {
        var event = verdict.event();
        return drills.judged(transaction, verdict.tenant(), event.subjectId(),
                new StageNews.Judged(event.verdict(), event.cause()));
    }

    private Uni<Void> accepted(Transaction transaction, Envelope<? extends Event> envelope,
            InstructionAccepted accepted) {
        if (!(accepted.action() instanceof Action.Drill)) {
            return nothing();
        }
        var site = accepted.site().or(() -> states.tenant(envelope.tenant())
                .flatMap(tenant -> tenant.site(Optional.empty())).map(found -> found.name().value()));
        return drills.accepted(transaction, envelope.tenant(), DrillStage.drillOf(accepted.instructionId()),
                accepted.instructionId(), accepted.worker(), site, envelope.time());
    }

    private static Optional<OfStage> news(Envelope<? extends Event> envelope) {
        return switch (envelope.event()) {
            case StagePrepared prepared -> told(prepared.of(), new StageNews.Prepared(envelope.time()));
            case GrantAsked asked -> Optional.of(new OfStage(asked.of(), Optional.empty()));
            case StageStarted started ->
                told(started.of(), new StageNews.Started(started.approvalId(), envelope.time()));
            case StageFinished finished ->
                told(finished.of(), new StageNews.Finished(finished.outcome(), envelope.time()));
            case StageRefused refused -> told(refused.of(), new StageNews.Refused(refused.reason(), refused.detail()));
            case ApprovalRequested requested -> requested.card().stage()
                    .flatMap(stage -> told(stage, new StageNews.Asked(requested.card().approvalId())));
            case ApprovalDecided decided -> decided.stage().flatMap(stage -> told(stage, decision(decided, envelope)));
            case ApprovalUsed used ->
                used.stage().flatMap(stage -> told(stage, new StageNews.Asked(used.approvalId())));
            case Event other -> Optional.empty();
        };
    }

    private static StageNews decision(ApprovalDecided decided, Envelope<? extends Event> envelope) {
        var approvers = decided.decision() == ApprovalDecided.Decision.GRANTED
                ? decided.deciders()
                : List.<dev.wingman.contracts.Identifier>of();
        return new StageNews.Decided(decided.approvalId(), decided.decision(), approvers, envelope.time());
    }

    private static Optional<OfStage> told(DrillStage stage, StageNews news) {
        return Optional.of(new OfStage(stage, Optional.of(news)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
