package dev.wingman.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.EventType;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.Verdict;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.Execution;
import dev.wingman.execution.domain.Move;
import dev.wingman.execution.domain.Ownership;
import dev.wingman.execution.domain.Preparation;
import dev.wingman.execution.domain.Sight;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;

/// Makes of a move what the journal says afterwards and what is told, and commits both or neither.
@ApplicationScoped
public class Steps {

    private final Journal journal;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final States states;
    private final String environment;

    Steps(Journal journal, Outbox outbox, Envelopes envelopes, States states, PlatformSettings settings) {
        this.journal = journal;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.states = states;
        this.environment = settings.environment();
    }

    /// A drill after one or more moves, and what they tell.
    public record Step(Drill drill, List<Envelope<? extends Event>> events) {
        public Step {
            events = List.copyOf(events);
        }
    }

    /// Tells an event of a drill, following from what caused the step.
    public interface Teller {
        Envelope<? extends Event> tell(UUID subject, Event event);
    }

    public Teller causedBy(Envelope<? extends Event> cause) {
        return (subject, event) -> envelopes.caused(cause, subject.toString(), event);
    }

    /// What no event caused: the drill's own version tells one from another, so that a repeat has the same id.
    public Teller ofItself(Drill drill) {
        return (subject, event) -> envelopes.first(
                Ids.derived(drill.id(), EventType.of(event).name() + "/" + subject + "/" + drill.version()),
                drill.tenant(), subject.toString(), event);
    }

    public Step refuse(Step before, Teller teller, Execution stage, Move.Refuse refusal, Sight sight) {
        var refused = before.drill().with(stage.refused(refusal.reason()));
        var told = teller.tell(stage.of().stageId(), new StageRefused(stage.of(),
                java.util.Optional.of(stage.approvalId()), refusal.reason(), refusal.detail()));
        return follow(with(before, refused, told), teller, Course.afterRefusal(refused, sight), sight);
    }

    /// What a judged, a failed or a refused stage leads to.
    public Step follow(Step before, Teller teller, Move move, Sight sight) {
        return switch (move) {
            case Move.Prepare(Stage stage) -> prepare(before, teller, stage, sight);
            case Move.Close(End end) -> close(before, teller, end);
            case Move.Stay ignored -> before;
            case Move.AskGrant ignored -> throw unexpected(ignored);
            case Move.Start ignored -> throw unexpected(ignored);
            case Move.Refuse ignored -> throw unexpected(ignored);
            case Move.TellAgain ignored -> throw unexpected(ignored);
            case Move.Assume ignored -> throw unexpected(ignored);
        };
    }

    public Step prepare(Step before, Teller teller, Stage stage, Sight sight) {
        var prepared = preparation(before.drill(), sight).of(stage);
        DrillStage of = prepared.of();
        return with(before, before.drill().prepared(of, prepared.targetStateDigest(), envelopes.now()),
                teller.tell(of.stageId(), prepared));
    }

    /// The same stage under a new event id: who has heard of it already hears nothing new.
    public Step tellAgain(Drill drill, Sight sight) {
        var told = ofItself(drill).tell(drill.current().of().stageId(), preparation(drill, sight).again());
        return with(at(drill), drill.with(drill.current().toldAgain(envelopes.now())), told);
    }

    /// The current stage counts as judged, though nobody judged it.
    public Step assume(Drill drill, Verdict verdict, Sight sight) {
        var stage = drill.current();
        return follow(at(drill.with(stage.judged(verdict))), ofItself(drill),
                Course.judged(drill, stage, verdict, false), sight);
    }

    private Preparation preparation(Drill drill, Sight sight) {
        var ownership = new Ownership(drill.site(), states.allTenants());
        var tenant = states.tenant(drill.tenant());
        return new Preparation(drill, sight, environment,
                container -> tenant.filter(own -> ownership.owns(own, container)).isPresent());
    }

    public Step close(Step before, Teller teller, End end) {
        var drill = before.drill();
        return with(before, drill.ended(end), teller.tell(drill.id(), drill.report(end, envelopes.now())));
    }

    public static Step with(Step before, Drill after, Envelope<? extends Event> told) {
        var events = new ArrayList<Envelope<? extends Event>>(before.events());
        events.add(told);
        return new Step(after, events);
    }

    public static Step at(Drill drill) {
        return new Step(drill, List.of());
    }

    /// Journal and outbox in one transaction. If the drill was moved meanwhile, nothing is written, and the step is thought over.
    public Uni<Void> commit(Transaction transaction, Step step) {
        return journal.save(transaction, step.drill())
                .chain(saved -> saved
                        ? outbox.add(transaction, step.events())
                        : Uni.createFrom().failure(new Unavailable("the drill was moved meanwhile")));
    }

    private static IllegalStateException unexpected(Move move) {
        return new IllegalStateException("nothing follows by itself from " + move);
    }
}
