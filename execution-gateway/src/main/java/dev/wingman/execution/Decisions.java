package dev.wingman.execution;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.ApprovalUsed;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.GrantAsked;
import dev.wingman.contracts.GrantDiscarded;
import dev.wingman.contracts.GrantRefused;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.StageStarted;
import dev.wingman.contracts.VerdictReached;
import dev.wingman.contracts.signature.Grant;
import dev.wingman.contracts.signature.TrustFolder;
import dev.wingman.execution.Steps.Step;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.Execution;
import dev.wingman.execution.domain.GrantCheck;
import dev.wingman.execution.domain.GrantCheck.Unwanted;
import dev.wingman.execution.domain.Move;
import dev.wingman.execution.domain.Ownership;
import dev.wingman.execution.domain.Sight;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;

/// What follows from a decision, a grant and a verdict.
@ApplicationScoped
public class Decisions {

    private static final Logger LOG = Logger.getLogger(Decisions.class);
    private static final Outcome NOTHING = new Outcome.Done(_ -> Uni.createFrom().voidItem());

    private final EngineRoom room;
    private final Steps steps;
    private final Hands hands;
    private final States states;
    private final Envelopes envelopes;
    private final Outbox outbox;
    private final TrustFolder trust;
    private final String environment;

    Decisions(EngineRoom room, Steps steps, Hands hands, States states, Envelopes envelopes, Outbox outbox,
            PlatformSettings platform) {
        this.room = room;
        this.steps = steps;
        this.hands = hands;
        this.states = states;
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.trust = new TrustFolder(platform.trust());
        this.environment = platform.environment();
    }

    Uni<Outcome> decided(Drill drill, Execution stage, Envelope<ApprovalDecided> decided) {
        return knowing(drill, stage, locked -> looking(sight -> {
            var move = objected(drill, stage, sight,
                    Course.decided(drill, stage, decided.event().decision(), sight, locked));
            return move instanceof Move.AskGrant(var digest)
                    ? asking(drill, stage, decided, digest)
                    : moved(drill, stage, decided, move, sight);
        }));
    }

    /// The grant is read again by each who looks at it; the clock is ours, and it is looked at once more before the first call.
    Uni<Outcome> redeemed(Drill drill, Execution stage, Envelope<ApprovalUsed> used) {
        var unwanted = GrantCheck.unwanted(stage);
        if (unwanted.isPresent()) {
            return Uni.createFrom().item(discarding(used, stage.of(), unwanted.get()));
        }
        return knowing(drill, stage, locked -> looking(sight -> {
            var grant = trust.grant(used.event().grant());
            var misfit = GrantCheck.misfit(drill, stage, grant, used.event().executionId(), environment,
                    envelopes.now());
            var move = objected(drill, stage, sight, Course.redeemed(drill, stage, misfit, sight, locked));
            return move instanceof Move.Start
                    ? starting(drill, stage, used, grant.orElseThrow())
                    : moved(drill, stage, used, move, sight);
        }));
    }

    /// A grant for a stage that the journal does not have, or has under another approval.
    Uni<Outcome> redeemedUnknown(DrillStage named, Envelope<ApprovalUsed> used) {
        return Uni.createFrom().item(discarding(used, named, Unwanted.UNKNOWN));
    }

    Uni<Outcome> grantRefused(Drill drill, Execution stage, Envelope<GrantRefused> refused) {
        if (stage.executionId().filter(refused.event().executionId()::equals).isEmpty()) {
            return Uni.createFrom().item(NOTHING);
        }
        return looking(sight -> moved(drill, stage, refused, Course.grantRefused(drill, stage), sight));
    }

    Uni<Outcome> judged(Drill drill, Execution stage, Envelope<VerdictReached> verdict) {
        return knowing(drill, stage, locked -> looking(sight -> {
            var move = Course.judged(drill, stage, verdict.event().verdict(), locked);
            if (stage.phase() != Execution.Phase.FINISHED) {
                return NOTHING;
            }
            var judged = Steps.at(drill.with(stage.judged(verdict.event().verdict())));
            return done(steps.follow(judged, steps.causedBy(verdict), move, sight));
        }));
    }

    /// A lock that nobody can tell of is waited for: no stage runs in doubt. A recovery asks for none.
    private Uni<Outcome> knowing(Drill drill, Execution stage, Function<Boolean, Uni<Outcome>> then) {
        if (stage.stage() == Stage.RECOVER) {
            return then.apply(false);
        }
        return switch (states.standing(drill.tenant(), drill.worker())) {
            case Standing.Free ignored -> then.apply(false);
            case Standing.Locked ignored -> then.apply(true);
            case Standing.Unknown ignored ->
                Uni.createFrom().item(new Outcome.Again(Duration.ofMillis(500), "the locks are not known"));
        };
    }

    /// The registry has the last word on each stage too, but never keeps targets from coming back.
    private Move objected(Drill drill, Execution stage, Sight sight, Move move) {
        var onward = move instanceof Move.AskGrant || move instanceof Move.Start;
        if (!onward || stage.stage() == Stage.RECOVER) {
            return move;
        }
        var tenant = states.tenant(drill.tenant());
        return tenant.isEmpty()
                ? new Move.Refuse(Reason.NOT_YOURS, "The registry does not list this tenant any more.")
                : new Ownership(drill.site(), states.allTenants()).objection(tenant.get(), drill.targets(), sight)
                        .<Move>map(no -> new Move.Refuse(no.reason(), no.detail())).orElse(move);
    }

    private Uni<Outcome> looking(Function<Sight, Outcome> then) {
        return room.looking().map(then);
    }

    private Outcome asking(Drill drill, Execution stage, Envelope<ApprovalDecided> decided, String digest) {
        var execution = Ids.first(envelopes.now());
        var asks = stage.asks(execution, decided.event().deciders(), decided.time(),
                envelopes.now());
        var told = envelopes.caused(decided, stage.of().stageId().toString(),
                new GrantAsked(stage.of(), stage.approvalId(), execution, digest));
        return done(Steps.with(Steps.at(drill), drill.with(asks), told));
    }

    /// Only who commits this transaction acts, and only once: afterwards the stage is no longer where it could start.
    private Outcome starting(Drill drill, Execution stage, Envelope<ApprovalUsed> used, Grant grant) {
        var started = stage.started(envelopes.now());
        var told = envelopes.caused(used, stage.of().stageId().toString(),
                new StageStarted(stage.of(), stage.approvalId(), grant.executionId()));
        var step = Steps.with(Steps.at(drill), drill.with(started), told);
        return new Outcome.Done(transaction -> steps.commit(transaction, step)
                .chain(() -> hands.take(transaction, step.drill(), started, used, grant)));
    }

    /// Nothing moves, and everybody can see that somebody wanted it to.
    private Outcome discarding(Envelope<ApprovalUsed> used, DrillStage stage, Unwanted why) {
        var told = envelopes.caused(used, stage.stageId().toString(), new GrantDiscarded(stage,
                used.event().approvalId(), used.event().executionId(), why.rule(), why.detail()));
        return new Outcome.Done(transaction -> outbox.add(transaction, List.of(told)));
    }

    private Outcome moved(Drill drill, Execution stage, Envelope<? extends Event> cause, Move move, Sight sight) {
        if (move instanceof Move.Refuse refusal) {
            return done(steps.refuse(Steps.at(drill), steps.causedBy(cause), stage, refusal, sight));
        }
        if (move instanceof Move.Stay(var why)) {
            LOG.infof("event=stale-for-the-drill id=%s stage=%s reason=\"%s\"", cause.id(), stage.of().stageId(), why);
        }
        return NOTHING;
    }

    private Outcome done(Step step) {
        return new Outcome.Done(transaction -> steps.commit(transaction, step));
    }

}
