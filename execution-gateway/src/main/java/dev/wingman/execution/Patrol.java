package dev.wingman.execution;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Move;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transactions;

/// Walks over the open drills: a stage whose gateway died is reconciled, a drill whose worker is locked goes no further.
@ApplicationScoped
class Patrol {

    private static final Logger LOG = Logger.getLogger(Patrol.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Journal journal;
    private final EngineRoom room;
    private final Steps steps;
    private final Finish finish;
    private final States states;
    private final Transactions transactions;
    private final ExecutionSettings settings;
    private volatile boolean stopped;

    Patrol(Journal journal, EngineRoom room, Steps steps, Finish finish, States states,
            Transactions transactions, ExecutionSettings settings) {
        this.journal = journal;
        this.room = room;
        this.steps = steps;
        this.finish = finish;
        this.states = states;
        this.transactions = transactions;
        this.settings = settings;
    }

    void start(@Observes StartupEvent starting) {
        Thread.ofPlatform().daemon().name("patrol").start(this::walk);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void walk() {
        while (!stopped) {
            try {
                Thread.sleep(ROUND);
                var silent = journal.takeOver(java.util.UUID.randomUUID(), settings.silentAtMost())
                        .subscribeAsCompletionStage().get();
                for (var one : silent) {
                    reconcile(one);
                }
                for (var drill : journal.open().subscribeAsCompletionStage().get()) {
                    holdBack(drill);
                }
            } catch (InterruptedException e) {
                return;
            } catch (java.util.concurrent.ExecutionException | EngineFault | Unavailable e) {
                LOG.debugf("event=patrol-waits reason=\"%s\"", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("event=patrol-failed", e);
            }
        }
    }

    private void reconcile(Journal.Silent one) throws InterruptedException {
        LOG.warnf("event=stage-interrupted stage=%s", one.stage().of().stageId());
        var result = Hands.reconciled(one.drill(), one.stage(), room.look(), Duration.ZERO);
        finish.finish(one.drill(), one.stage(), null, result);
    }

    private void holdBack(Drill drill) throws InterruptedException, java.util.concurrent.ExecutionException {
        if (states.standing(drill.tenant(), drill.worker()) instanceof Standing.Locked
                && Course.locked(drill) instanceof Move.Refuse refusal) {
            var step = steps.refuse(Steps.at(drill), steps.ofItself(drill), drill.current(), refusal, room.look());
            transactions.in(transaction -> steps.commit(transaction, step)).subscribeAsCompletionStage().get();
        }
    }
}
