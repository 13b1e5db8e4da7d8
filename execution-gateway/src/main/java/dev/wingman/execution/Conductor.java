package dev.wingman.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Execution;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Takes what comes for a drill, one after the other, to whom it concerns.
@ApplicationScoped
public class Conductor {

    private static final Outcome NOT_OURS = new Outcome.Done(_ -> Uni.createFrom().voidItem());

    private final WorkRows rows;
    private final Workers workers;
    private final Journal journal;
    private final Opening opening;
    private final Decisions decisions;
    private final ExecutionSettings settings;

    Conductor(WorkRows rows, Workers workers, Journal journal, Opening opening, Decisions decisions,
            ExecutionSettings settings) {
        this.rows = rows;
        this.workers = workers;
        this.journal = journal;
        this.opening = opening;
        this.decisions = decisions;
        this.settings = settings;
    }

    void start(@Observes StartupEvent starting) {
        workers.start(settings.stepsAtOnce(), settings.stepsAtOnceOfATenant(), this::work);
    }

    /// What concerns drills becomes work, in order within a drill.
    public Uni<Void> enqueue(Transaction transaction, List<Inbox.Arrival> arrivals) {
        var ours = arrivals.stream().filter(arrival -> lane(arrival.envelope().event()) != null).toList();
        return rows.add(transaction, ours, arrival -> lane(arrival.envelope().event()));
    }

    /// Looks into the rows now: what was enqueued is committed.
    public void wake() {
        rows.wake();
    }

    private static @Nullable String lane(Event event) {
        if (event instanceof InstructionAccepted accepted && accepted.action() instanceof Action.Drill) {
            return DrillStage.drillOf(accepted.instructionId()).toString();
        }
        if (event instanceof VerdictReached verdict && verdict.kind() == VerdictReached.Kind.STAGE) {
            return verdict.subjectId().toString();
        }
        return stage(event).map(stage -> stage.drillId().toString()).orElse(null);
    }

    private static Optional<DrillStage> stage(Event event) {
        if (event instanceof ApprovalDecided decided) {
            return decided.stage();
        }
        if (event instanceof ApprovalUsed used) {
            return used.stage();
        }
        return event instanceof GrantRefused refused ? refused.stage() : Optional.empty();
    }

    Uni<Outcome> work(WorkItem item) {
        var envelope = item.envelope();
        return dispatch(envelope, item).onFailure(EngineFault.class).recoverWithItem(
                failure -> new Outcome.Again(Duration.ofSeconds(1), String.valueOf(failure.getMessage())));
    }

    private Uni<Outcome> dispatch(Envelope<? extends Event> envelope, WorkItem item) {
        var accepted = envelope.as(InstructionAccepted.class);
        if (accepted.isPresent()) {
            return opening.open(accepted.get(), item);
        }
        var decided = envelope.as(ApprovalDecided.class);
        if (decided.isPresent()) {
            return staged(envelope, decided.get().event().approvalId(),
                    (drill, stage) -> decisions.decided(drill, stage, decided.get()));
        }
        var used = envelope.as(ApprovalUsed.class);
        if (used.isPresent()) {
            return staged(envelope, used.get().event().approvalId(),
                    (drill, stage) -> decisions.redeemed(drill, stage, used.get()));
        }
        var refused = envelope.as(GrantRefused.class);
        if (refused.isPresent()) {
            return staged(envelope, refused.get().event().approvalId(),
                    (drill, stage) -> decisions.grantRefused(drill, stage, refused.get()));
        }
        var verdict = envelope.as(VerdictReached.class);
        return verdict.isPresent()
                ? journal.ofStage(envelope.tenant(), verdict.get().event().subjectId())
                        .chain(drill -> found(drill, verdict.get().event().subjectId(),
                                (known, stage) -> decisions.judged(known, stage, verdict.get())))
                : Uni.createFrom().item(NOT_OURS);
    }

    /// Only what names the stage as the journal has it, with the approval that follows from it, is about that stage.
    private Uni<Outcome> staged(Envelope<? extends Event> envelope, UUID approval,
            BiFunction<Drill, Execution, Uni<Outcome>> then) {
        var named = stage(envelope.event());
        return named.isEmpty()
                ? Uni.createFrom().item(NOT_OURS)
                : journal.find(envelope.tenant(), named.get().drillId())
                        .chain(drill -> found(drill, named.get().stageId(),
                                (known, stage) -> stage.of().equals(named.get())
                                        && stage.approvalId().equals(approval)
                                                ? then.apply(known, stage)
                                                : Uni.createFrom().item(NOT_OURS)));
    }

    private static Uni<Outcome> found(Optional<Drill> drill, UUID stageId,
            BiFunction<Drill, Execution, Uni<Outcome>> then) {
        return drill.flatMap(known -> known.stage(stageId).map(stage -> then.apply(known, stage)))
                .orElseGet(() -> Uni.createFrom().item(NOT_OURS));
    }
}
