package dev.wingman.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.StageFinished;
import dev.wingman.execution.Hands.Result;
import dev.wingman.execution.Steps.Step;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Execution;
import dev.wingman.execution.domain.Move;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Transactions;

/// Writes down and tells how a started stage ended, once, however long the database is away.
@ApplicationScoped
class Finish {

    private static final Logger LOG = Logger.getLogger(Finish.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Journal journal;
    private final EngineRoom room;
    private final Steps steps;
    private final Transactions transactions;
    private final Envelopes envelopes;
    private final Observer observer;

    Finish(Journal journal, EngineRoom room, Steps steps, Transactions transactions, Envelopes envelopes,
            Observer observer) {
        this.journal = journal;
        this.room = room;
        this.steps = steps;
        this.transactions = transactions;
        this.envelopes = envelopes;
        this.observer = observer;
    }

    /// Tries until it stands. A process that dies here leaves the stage started, and it is reconciled.
    void finish(Drill drill, Execution stage, @Nullable Envelope<? extends Event> cause, Result result)
            throws InterruptedException {
        while (!tried(drill, stage, cause, result)) {
            Thread.sleep(PAUSE);
        }
    }

    /// One try. False: the stage stays started.
    boolean tried(Drill drill, Execution stage, @Nullable Envelope<? extends Event> cause, Result result)
            throws InterruptedException {
        try {
            var found = journal.find(drill.tenant(), drill.id()).subscribeAsCompletionStage()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var now = found.flatMap(known -> known.stage(stage.of().stageId()));
            if (now.filter(one -> one.phase() == Execution.Phase.STARTED).isEmpty()) {
                LOG.warnf("event=stage-ended-before stage=%s", stage.of().stageId());
                return true;
            }
            var step = step(found.orElseThrow(), now.get(), Optional.ofNullable(cause), result);
            transactions.in(transaction -> steps.commit(transaction, step)).subscribeAsCompletionStage()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            observer.lookNow();
            return true;
        } catch (ExecutionException | TimeoutException | EngineFault e) {
            LOG.warnf("event=stage-not-finished-yet stage=%s reason=\"%s\"", stage.of().stageId(), e.getMessage());
            return false;
        }
    }

    private Step step(Drill drill, Execution stage, Optional<Envelope<? extends Event>> cause, Result result) {
        var teller = cause.map(steps::causedBy).orElseGet(() -> steps.ofItself(drill));
        var finished = stage.finished(result.outcome(), envelopes.now());
        var told = teller.tell(stage.of().stageId(), new StageFinished(stage.of(), stage.executionId().orElseThrow(),
                result.outcome(), result.detail(), result.engineTime()));
        var step = Steps.with(Steps.at(drill), drill.with(finished), told);
        var move = Course.finished(finished, result.outcome());
        return move instanceof Move.Stay ? step : steps.follow(step, teller, move, room.look());
    }
}
