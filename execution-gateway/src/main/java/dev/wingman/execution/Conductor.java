package dev.wingman.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

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
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Execution;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Inbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;
import dev.wingman.platform.events.WorkRows;
import dev.wingman.platform.events.Workers;

/// Takes what comes for a drill, one after the other, to whom it concerns.
@ApplicationScoped
public class Conductor {

    private final WorkRows rows;
    private final Workers workers;
    private final Journal journal;
    private final Opening opening;
    private final Decisions decisions;
    private final ExecutionSettings settings;
    private final Identifier site;

    Conductor(WorkRows rows, Workers workers, Journal journal, Opening opening, Decisions decisions,
            ExecutionSettings settings, PlatformSettings platform) {
        this.rows = rows;
        this.workers = workers;
        this.journal = journal;
        this.opening = opening;
        this.decisions = decisions;
        this.settings = settings;
        this.site = new Identifier(platform.site());
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
                    (drill, stage) -> decisions.decided(drill, stage, decided.get()), Conductor::nothing);
        }
        var used = envelope.as(ApprovalUsed.class);
        if (used.isPresent()) {
            return staged(envelope, used.get().event().approvalId(),
                    (drill, stage) -> decisions.redeemed(drill, stage, used.get()),
                    named -> named.site().equals(site) ? decisions.redeemedUnknown(named, used.get()) : nothing(named));
        }
        var refused = envelope.as(GrantRefused.class);
        if (refused.isPresent()) {
            return staged(envelope, refused.get().event().approvalId(),
                    (drill, stage) -> decisions.grantRefused(drill, stage, refused.get()), Conductor::nothing);
        }
        var verdict = envelope.as(VerdictReached.class);
        return verdict.isPresent()
                ? journal.ofStage(envelope.tenant(), verdict.get().event().subjectId())
                        .chain(drill -> drill.flatMap(known -> known.stage(verdict.get().event().subjectId())
                                .map(stage -> decisions.judged(known, stage, verdict.get())))
                                .orElseGet(Conductor::nothing))
                : nothing();
    }

    /// Only what names the stage as the journal has it, with the approval that follows from it, is about that stage.
    private Uni<Outcome> staged(Envelope<? extends Event> envelope, UUID approval,
            BiFunction<Drill, Execution, Uni<Outcome>> then, Function<DrillStage, Uni<Outcome>> unknown) {
        var named = stage(envelope.event());
        if (named.isEmpty()) {
            return nothing();
        }
        return journal.find(envelope.tenant(), named.get().drillId())
                .chain(drill -> drill.flatMap(known -> known.stage(named.get().stageId())
                        .filter(stage -> stage.of().equals(named.get()) && stage.approvalId().equals(approval))
                        .map(stage -> then.apply(known, stage))).orElseGet(() -> unknown.apply(named.get())));
    }

    private static Uni<Outcome> nothing(DrillStage ignored) {
        return nothing();
    }

    private static Uni<Outcome> nothing() {
        return Uni.createFrom().item(new Outcome.Done(_ -> Uni.createFrom().voidItem()));
    }
}
