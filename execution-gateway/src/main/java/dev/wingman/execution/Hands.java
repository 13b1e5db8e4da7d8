package dev.wingman.execution;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Execution;
import dev.wingman.execution.domain.Sight;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Transaction;

/// Carries a started stage out. The only place from which the engine is asked to change anything.
@ApplicationScoped
public class Hands {

    private static final Logger LOG = Logger.getLogger(Hands.class);

    private final EngineRoom room;
    private final Journal journal;
    private final Finish finish;
    private final Acts acts;
    private final Envelopes envelopes;
    private final ExecutionSettings settings;
    private final MeterRegistry meters;

    Hands(EngineRoom room, Journal journal, Finish finish, Acts acts, Envelopes envelopes, ExecutionSettings settings,
            MeterRegistry meters) {
        this.room = room;
        this.journal = journal;
        this.finish = finish;
        this.acts = acts;
        this.envelopes = envelopes;
        this.settings = settings;
        this.meters = meters;
    }

    /// How the engine's part ended, and what it took.
    record Result(Outcome outcome, String detail, Duration engineTime) {}

    /// Notes in the transaction of the start whose hand the stage is in; acts once that is committed, never otherwise.
    Uni<Void> take(Transaction transaction, Drill drill, Execution stage, Envelope<? extends Event> cause,
            Grant grant) {
        var holder = UUID.randomUUID();
        transaction.afterCommit(() -> room.run(() -> carryOut(drill, stage, cause, grant, holder)));
        return journal.take(transaction, grant.executionId(), holder);
    }

    private void carryOut(Drill drill, Execution stage, Envelope<? extends Event> cause, Grant grant, UUID holder) {
        var began = System.nanoTime();
        try (var pulse = new Pulse(journal, grant.executionId(), holder, settings.silentAtMost(),
                () -> grant.isLive(envelopes.now()))) {
            var result = result(drill, stage, pulse, began);
            meters.timer("wingman.stage", "stage", stage.stage().name(), "outcome", result.outcome().name())
                    .record(result.engineTime());
            finish.finish(drill, stage, cause, result);
        } catch (Pulse.Lost e) {
            LOG.warnf("event=stage-slipped stage=%s reason=\"another took over\"", stage.of().stageId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result result(Drill drill, Execution stage, Pulse pulse, long began) throws InterruptedException {
        try {
            var before = room.look();
            if (!before.digest(drill.targets()).equals(stage.targetStateDigest())) {
                return new Result(Outcome.FAILED, "The targets changed at the last moment: nothing was done.",
                        since(began));
            }
            acts.carryOut(drill, stage.stage(), before, pulse);
            return seen(drill, stage, since(began));
        } catch (Pulse.TooLate e) {
            return new Result(Outcome.FAILED, "The grant ran out before the first call: nothing was done.",
                    since(began));
        } catch (EngineFault e) {
            LOG.warnf("event=engine-fault stage=%s kind=%s reason=\"%s\"", stage.of().stageId(), e.kind(),
                    e.getMessage());
            return switch (e.kind()) {
                case AWAY -> afterwards(drill, stage, pulse, began);
                case REFUSED, GONE -> new Result(Outcome.FAILED, "The engine refused: " + e.getMessage() + ".",
                        since(began));
            };
        }
    }

    private Result seen(Drill drill, Execution stage, Duration took) {
        var sight = room.look();
        var reached = drill.targets().stream().filter(one -> Course.reached(stage.stage(), one, sight)).count();
        return new Result(reached == drill.targets().size() ? Outcome.SUCCEEDED : Outcome.FAILED,
                reached + " of " + drill.targets().size() + " targets are as the stage wants them.", took);
    }

    /// The engine went away in the middle: once it is back, what is there tells what was done.
    private Result afterwards(Drill drill, Execution stage, Pulse pulse, long began) throws InterruptedException {
        while (true) {
            Thread.sleep(Duration.ofSeconds(1));
            pulse.checkHeld();
            try {
                return reconciled(drill, stage, room.look(), since(began));
            } catch (EngineFault e) {
                LOG.infof("event=engine-awaited stage=%s", stage.of().stageId());
            }
        }
    }

    static Result reconciled(Drill drill, Execution stage, Sight sight, Duration took) {
        var outcome = Course.reconciled(drill, stage, sight);
        return new Result(outcome, switch (outcome) {
            case SUCCEEDED -> "The stage was interrupted; what is there shows that it was done.";
            case FAILED -> "The stage was interrupted; what is there shows that it was not done.";
            case OUTCOME_UNKNOWN -> "The stage was interrupted, and what is there does not tell whether it was done:"
                    + " look at the targets.";
        }, took);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
