package dev.wingman.execution;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.DrillFinished.End;
import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.InstructionAccepted;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StageRefused;
import dev.wingman.contracts.StageRefused.Reason;
import dev.wingman.contracts.TenantSet;
import dev.wingman.execution.Steps.Step;
import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Ownership;
import dev.wingman.execution.domain.Selection;
import dev.wingman.execution.domain.Sight;
import dev.wingman.execution.domain.Target;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.Outbox;
import dev.wingman.platform.events.Outcome;
import dev.wingman.platform.events.Standing;
import dev.wingman.platform.events.States;
import dev.wingman.platform.events.Transaction;
import dev.wingman.platform.events.WorkItem;

/// An accepted instruction opens its drill: targets chosen, definitions recorded, stage A prepared; or it is refused.
@ApplicationScoped
public class Opening {

    private static final Outcome NOT_OURS = new Outcome.Done(_ -> Uni.createFrom().voidItem());

    private final Journal journal;
    private final EngineRoom room;
    private final Steps steps;
    private final States states;
    private final Outbox outbox;
    private final PlatformSettings platform;
    private final Identifier site;

    Opening(Journal journal, EngineRoom room, Steps steps, States states, Outbox outbox, PlatformSettings platform) {
        this.journal = journal;
        this.room = room;
        this.steps = steps;
        this.states = states;
        this.outbox = outbox;
        this.platform = platform;
        this.site = new Identifier(platform.site());
    }

    /// What the drill would begin with.
    private record Plan(Drill drill, Sight sight, Map<String, byte[]> definitions) {}

    Uni<Outcome> open(Envelope<InstructionAccepted> accepted, WorkItem item) {
        if (!(accepted.event().action() instanceof Action.Drill action)
                || !accepted.environment().equals(platform.environment())) {
            return Uni.createFrom().item(NOT_OURS);
        }
        if (!states.tenantsKnown()) {
            return again("the registry is not known");
        }
        var tenant = states.tenant(accepted.tenant());
        var where = accepted.event().site()
                .or(() -> tenant.flatMap(one -> one.site(Optional.empty())).map(one -> one.name().value()));
        if (tenant.isEmpty() && item.waited().compareTo(platform.parkedAtMost()) < 0) {
            return again("the tenant is not in the registry yet");
        }
        if (!where.equals(Optional.of(site.value()))) {
            return Uni.createFrom().item(NOT_OURS);
        }
        return journal.find(accepted.tenant(), DrillStage.drillOf(accepted.event().instructionId()))
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().item(NOT_OURS)
                        : begin(accepted, tenant, action));
    }

    private Uni<Outcome> begin(Envelope<InstructionAccepted> accepted, Optional<TenantSet> tenant,
            Action.Drill action) {
        return switch (states.standing(accepted.tenant(), accepted.event().worker())) {
            case Standing.Unknown ignored -> again("the locks are not known");
            case Standing.Locked ignored -> Uni.createFrom().item(refused(accepted, new Selection.Refused(
                    Reason.LOCKED, "The worker, or its owner, is locked.")));
            case Standing.Free ignored -> tenant.isEmpty()
                    ? Uni.createFrom().item(refused(accepted, new Selection.Refused(Reason.NOT_YOURS,
                            "The registry lists nothing of this tenant on this site.")))
                    : room.there(() -> planned(accepted, tenant.get(), action));
        };
    }

    private Outcome planned(Envelope<InstructionAccepted> accepted, TenantSet tenant, Action.Drill action) {
        try {
            var sight = room.look();
            return switch (new Ownership(site, states.allTenants()).select(tenant, action, sight)) {
                case Selection.Refused refused -> refused(accepted, refused);
                case Selection.Chosen(List<Container> targets) -> recorded(accepted, targets);
            };
        } catch (EngineFault e) {
            return refused(accepted, new Selection.Refused(Reason.ENGINE, switch (e.kind()) {
                case AWAY -> "This site's gateway has no engine, or it does not answer.";
                case REFUSED, GONE -> "The engine did not let the targets be looked at.";
            }));
        }
    }

    /// Recorded first, then looked at once more: a definition must be of what humans are shown.
    private Outcome recorded(Envelope<InstructionAccepted> accepted, List<Container> containers) {
        var said = accepted.event();
        var targets = containers.stream().map(Target::of).toList();
        var drill = new Drill(accepted.tenant(), said.instructionId(), said.worker(), site, said.digest(), targets,
                List.of(), Optional.empty(), 1);
        var definitions = new HashMap<String, byte[]>();
        containers.forEach(one -> definitions.put(one.name(), room.engine().definition(one.id())));
        var sight = room.look();
        if (!sight.digest(targets).equals(new Sight(containers).digest(targets))) {
            return new Outcome.Again(Duration.ofSeconds(1), "the targets are changing");
        }
        var plan = new Plan(drill, sight, Map.copyOf(definitions));
        return new Outcome.Done(transaction -> commit(transaction, accepted, plan));
    }

    private Uni<Void> commit(Transaction transaction, Envelope<InstructionAccepted> accepted, Plan plan) {
        var step = steps.prepare(Steps.at(plan.drill()), steps.causedBy(accepted), Stage.A, plan.sight());
        return journal.open(transaction, step.drill(), plan.definitions())
                .chain(opened -> opened
                        ? outbox.add(transaction, step.events())
                        : refuse(transaction, accepted, new Selection.Refused(Reason.ENGINE,
                                "A target is in another drill that is not over.")));
    }

    private Outcome refused(Envelope<InstructionAccepted> accepted, Selection.Refused why) {
        return new Outcome.Done(transaction -> refuse(transaction, accepted, why));
    }

    private Uni<Void> refuse(Transaction transaction, Envelope<InstructionAccepted> accepted, Selection.Refused why) {
        var said = accepted.event();
        var teller = steps.causedBy(accepted);
        var of = DrillStage.of(said.instructionId(), said.worker(), site, Stage.A);
        var drill = new Drill(accepted.tenant(), said.instructionId(), said.worker(), site, said.digest(), List.of(),
                List.of(), Optional.empty(), 1);
        var told = Steps.with(new Step(drill, List.of()), drill, teller.tell(of.stageId(),
                new StageRefused(of, Optional.empty(), why.reason(), why.detail())));
        var step = steps.close(told, teller, End.REFUSED);
        return journal.refused(transaction, step.drill()).chain(() -> outbox.add(transaction, step.events()));
    }

    private static Uni<Outcome> again(String why) {
        return Uni.createFrom().item(new Outcome.Again(Duration.ofSeconds(1), why));
    }
}
