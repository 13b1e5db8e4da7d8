package dev.wingman.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Stage;
import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.Course;
import dev.wingman.execution.domain.Drill;
import dev.wingman.execution.domain.EngineFault;
import dev.wingman.execution.domain.Sight;
import dev.wingman.execution.domain.Target;

/// The calls of each stage. Before each one the stage must still be ours.
@ApplicationScoped
class Acts {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final EngineRoom room;
    private final Journal journal;
    private final ExecutionSettings settings;

    Acts(EngineRoom room, Journal journal, ExecutionSettings settings) {
        this.room = room;
        this.journal = journal;
        this.settings = settings;
    }

    void carryOut(Drill drill, Stage stage, Sight before, Pulse pulse) throws InterruptedException {
        switch (stage) {
            case A -> stop(drill, before, pulse);
            case B -> remove(drill, before, pulse);
            case C, RECOVER -> {
                for (var target : drill.targets()) {
                    bringBack(drill, target, before.of(target), pulse);
                }
                awaitServing(drill, stage, pulse);
            }
            case D -> awaitServing(drill, stage, pulse);
        }
    }

    /// Who starts last stops first.
    private void stop(Drill drill, Sight before, Pulse pulse) {
        for (var target : drill.targets().reversed()) {
            before.of(target).ifPresent(container -> {
                pulse.check();
                room.engine().stop(container.id(), settings.stopWithin());
            });
        }
    }

    /// Every successor stands ready before anything is removed: what the engine will not build again stays.
    private void remove(Drill drill, Sight before, Pulse pulse) throws InterruptedException {
        for (var target : drill.targets()) {
            if (before.of(target).isPresent()) {
                prepareSuccessor(drill, target, pulse);
            }
        }
        for (var target : drill.targets().reversed()) {
            before.of(target).ifPresent(container -> {
                pulse.check();
                room.engine().remove(container.id());
            });
        }
    }

    private void prepareSuccessor(Drill drill, Target target, Pulse pulse) throws InterruptedException {
        var definition = definition(drill, target);
        try {
            pulse.check();
            room.engine().create(definition, drill.successorOf(target).name());
        } catch (EngineFault e) {
            throw e.kind() == EngineFault.Kind.AWAY
                    ? e
                    : new EngineFault(EngineFault.Kind.REFUSED, target.name()
                            + " could not be built again, so that nothing was removed; " + e.getMessage(), e);
        }
    }

    /// Starts what is there, else what stands ready for it, else builds it anew from its recorded definition.
    private void bringBack(Drill drill, Target target, Optional<Container> there, Pulse pulse)
            throws InterruptedException {
        var successor = room.engine().find(drill.successorOf(target).name());
        if (there.isPresent() && successor.isPresent()) {
            pulse.check();
            room.engine().remove(successor.get());
        }
        if (there.filter(Container::running).isPresent()) {
            return;
        }
        var definition = definition(drill, target);
        pulse.check();
        var id = there.map(Container::id).or(() -> successor.map(ready -> named(ready, target)))
                .orElseGet(() -> built(definition, target));
        pulse.check();
        room.engine().connect(id, definition);
        pulse.check();
        room.engine().start(id);
    }

    private String named(String successor, Target target) {
        room.engine().rename(successor, target.name());
        return successor;
    }

    private String built(byte[] definition, Target target) {
        if (!room.engine().hasImage(target.imageId())) {
            throw new EngineFault(EngineFault.Kind.GONE, "the image of " + target.name() + " is gone, and nothing is"
                    + " ever pulled");
        }
        return room.engine().create(definition, target.name());
    }

    private byte[] definition(Drill drill, Target target) throws InterruptedException {
        try {
            return journal.definition(drill, target.name()).subscribeAsCompletionStage()
                    .get(settings.silentAtMost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EngineFault(EngineFault.Kind.REFUSED, "the recorded definition of " + target.name()
                    + " cannot be read", e);
        }
    }

    /// Until each target serves, or the time is up: what is then not as wanted is counted by who looks next.
    private void awaitServing(Drill drill, Stage stage, Pulse pulse) throws InterruptedException {
        var end = System.nanoTime() + settings.serveWithin().toNanos();
        while (System.nanoTime() < end) {
            var sight = room.look();
            if (drill.targets().stream().allMatch(one -> Course.reached(stage, one, sight))) {
                return;
            }
            pulse.checkHeld();
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
