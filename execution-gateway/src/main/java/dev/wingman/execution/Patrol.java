package dev.wingman.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageFinished.Outcome;
import dev.wingman.contracts.TenantSet;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Move;
import dev.wingman.execution.domain.Patience;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transactions;

/// Walks over the open drills: a stage whose gateway died is reconciled, a drill whose worker is locked goes no further, and none waits for ever
/// for an event that was lost.
@ApplicationScoped
class Patrol {

    private static final Logger LOG = Logger.getLogger(Patrol.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Journal journal;
    private final EngineRoom room;
    private final Steps steps;
    private final Finish finish;
    private final States states;
    private final Transactions transactions;
    private final ExecutionSettings settings;
    private final Envelopes envelopes;
    private final Patience patience;
    private Instant heardSince;
    private volatile boolean stopped;

    Patrol(Journal journal, EngineRoom room, Steps steps, Finish finish, States states,
            Transactions transactions, Envelopes envelopes, ExecutionSettings settings) {
        this.journal = journal;
        this.room = room;
        this.steps = steps;
        this.finish = finish;
        this.states = states;
        this.transactions = transactions;
        this.settings = settings;
        this.envelopes = envelopes;
        this.patience = new Patience(settings.verdictWithin(), settings.grantWithin(), settings.decisionWithin(),
                settings.recoverToldAgainAfter());
        this.heardSince = envelopes.now();
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
                alone("all", this::round);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void round() throws InterruptedException, ExecutionException {
        if (!states.tenantsKnown() || !states.locksKnown()) {
            heardSince = envelopes.now();
        }
        var silent = answered(journal.takeOver(UUID.randomUUID(), settings.silentAtMost()));
        for (var one : silent) {
            alone(one.drill().id(), () -> reconcile(one));
        }
        for (var drill : answered(journal.open())) {
            alone(drill.id(), () -> moveOn(drill));
        }
    }

    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    /// What fails for one drill is logged, and the next one is looked at. Nothing may end the walk: nobody else sees a stage whose gateway died, or a
    /// drill that waits for what was lost. That is why every RuntimeException is caught here, and here alone.
    private static void alone(Object what, Work work) throws InterruptedException {
        try {
            work.run();
        } catch (ExecutionException | EngineFault | Unavailable e) {
            LOG.debugf("event=patrol-waits drill=%s reason=\"%s\"", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "event=patrol-failed drill=%s", what);
        }
    }

    /// One try: what cannot be written down now is taken over again later, and holds up no other drill.
    private void reconcile(Journal.Silent one) throws InterruptedException {
        LOG.warnf("event=stage-interrupted stage=%s", one.stage().of().stageId());
        var result = Hands.reconciled(one.drill(), one.stage(), room.look(), Duration.ZERO);
        var longest = one.stage().stage() == Stage.A
                ? settings.stopAtMost().plus(settings.callAtMost())
                : settings.callAtMost();
        if (result.outcome() == Outcome.FAILED && Course.mayStillAct(one.stage(), envelopes.now(), longest)) {
            LOG.infof("event=stage-reconciled-later stage=%s reason=\"the engine may still be at it\"",
                    one.stage().of().stageId());
            return;
        }
        if (!finish.tried(one.drill(), one.stage(), null, result)) {
            LOG.infof("event=stage-reconciled-later stage=%s", one.stage().of().stageId());
        }
    }

    private void moveOn(Drill drill) throws InterruptedException, ExecutionException {
        var step = step(drill, due(drill));
        if (step.isPresent()) {
            answered(transactions.in(transaction -> steps.commit(transaction, step.get())));
        }
    }

    /// A database that hangs must not stop the walk.
    private static <T> T answered(Uni<T> asked) throws InterruptedException, ExecutionException {
        try {
            return asked.subscribeAsCompletionStage().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ExecutionException("the database does not answer", e);
        }
    }

    private Move due(Drill drill) {
        if (states.standing(drill.tenant(), drill.worker()) instanceof Standing.Locked
                && Course.locked(drill) instanceof Move.Refuse refusal) {
            return refusal;
        }
        return states.tenant(drill.tenant()).filter(one -> one.status() == TenantSet.Status.SUSPENDED).isPresent()
                && Course.suspended(drill) instanceof Move.Refuse refusal
                        ? refusal
                        : patience.overdue(drill, heardSince, envelopes.now());
    }

    private Optional<Steps.Step> step(Drill drill, Move move) {
        if (move instanceof Move.Stay) {
            return Optional.empty();
        }
        LOG.warnf("event=drill-moved-on drill=%s stage=%s move=\"%s\"", drill.id(), drill.current().stage(), move);
        if (move instanceof Move.Refuse refusal) {
            return Optional.of(steps.refuse(Steps.at(drill), steps.ofItself(drill), drill.current(), refusal,
                    room.look()));
        }
        if (move instanceof Move.Assume(var verdict)) {
            return Optional.of(steps.assume(drill, verdict, room.look()));
        }
        return move instanceof Move.TellAgain ? Optional.of(steps.tellAgain(drill, room.look())) : Optional.empty();
    }
}
