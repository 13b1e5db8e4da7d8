package dev.wingman.execution.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wingman.contracts.DrillStage;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.ContainerState;
import dev.wingman.contracts.Preview;
import dev.wingman.contracts.Risk;
import dev.wingman.contracts.Stage;
import dev.wingman.contracts.StagePrepared;

/// What humans are shown, and what the auditor will judge.
///
/// @param own whether a container is the tenant's own: the names of others are not told
public record Preparation(Drill drill, Sight sight, String environment,
        java.util.function.Predicate<Container> own) {

    public StagePrepared of(Stage stage) {
        return of(drill.next(stage), sight.digest(drill.targets()));
    }

    /// The stage that waits, as it was prepared: its id and what the targets were then stay.
    public StagePrepared again() {
        return of(drill.current().of(), drill.current().targetStateDigest());
    }

    private StagePrepared of(DrillStage of, String targetStateDigest) {
        var stage = of.stage();
        var present = drill.targets().stream().flatMap(target -> sight.of(target).stream()).toList();
        var preview = new Preview(
                drill.targets().stream().map(this::shown).toList(),
                sources(present), present.stream().flatMap(one -> one.links().networks().stream()).distinct().sorted()
                        .toList(),
                Dependants.of(present, sight).stream().filter(own).map(Container::name).sorted().toList(),
                irreversible(drill, stage, present));
        var reasons = reasons(stage, present, environment);
        return new StagePrepared(of, preview, drill.digest(), targetStateDigest,
                expects(drill, stage, present), risk(stage, present, environment), reasons);
    }

    /// The image is that of what bears the name now.
    private Preview.Target shown(Target target) {
        var there = sight.of(target);
        return new Preview.Target(target.name(), there.map(Container::image).orElse(target.image()),
                there.map(Container::status).orElse("absent"));
    }

    /// What holds after the stage, if all went well.
    static List<Predicate> expects(Drill drill, Stage stage, List<Container> present) {
        return switch (stage) {
            case A -> drill.targets().stream().map(one -> in(one, ContainerState.EXITED)).toList();
            case B -> drill.targets().stream().map(one -> in(one, ContainerState.ABSENT)).toList();
            case C, RECOVER -> drill.targets().stream().map(Preparation::serving).toList();
            case D -> Stream.concat(drill.targets().stream().map(Preparation::serving),
                    present.stream().flatMap(one -> one.ports().stream()).distinct().<Predicate>map(
                            port -> new Predicate.Port(port.host(), port.port(), Predicate.Openness.OPEN)))
                    .toList();
        };
    }

    private static Risk risk(Stage stage, List<Container> present, String environment) {
        return stage != Stage.RECOVER && ("PRD".equals(environment) || stage == Stage.B && anonymous(present))
                ? Risk.CRITICAL
                : Risk.HIGH;
    }

    private static List<String> reasons(Stage stage, List<Container> present, String environment) {
        var reasons = new ArrayList<String>();
        if (stage == Stage.RECOVER) {
            reasons.add("The targets of a drill must run again.");
        } else {
            reasons.add("A drill stage in " + environment + " acts on running infrastructure.");
        }
        if (stage == Stage.B && anonymous(present)) {
            reasons.add("A container with an anonymous volume is removed; the volume stays, but without its container"
                    + " nothing names it.");
        }
        return List.copyOf(reasons);
    }

    private static List<String> irreversible(Drill drill, Stage stage, List<Container> present) {
        return switch (stage) {
            case A -> drill.targets().stream().map(one -> "Connections to " + one.name()
                    + " end, and work that it has in hand is lost.").toList();
            case B -> Stream.concat(
                    drill.targets().stream().map(one -> "Files of " + one.name()
                            + " that lie on no volume are lost with the container, and so is its log."),
                    Stream.of(sources(present).isEmpty()
                            ? "No volume is removed."
                            : "No volume is removed: " + String.join(", ", sources(present)) + " stay."))
                    .toList();
            case C, RECOVER, D -> List.of();
        };
    }

    private static List<String> sources(List<Container> present) {
        return present.stream().flatMap(one -> one.mounts().stream())
                .filter(mount -> mount.kind() != Container.Mount.Kind.OTHER).map(Container.Mount::source).distinct()
                .sorted().toList();
    }

    private static boolean anonymous(List<Container> present) {
        return present.stream().flatMap(one -> one.mounts().stream()).anyMatch(Container.Mount::anonymous);
    }

    private static Predicate in(Target target, ContainerState state) {
        return new Predicate.Container(target.name(), state, Optional.empty(), Optional.empty());
    }

    private static Predicate serving(Target target) {
        return new Predicate.Container(target.name(), ContainerState.RUNNING, Optional.of(target.imageId()),
                target.checked() ? Optional.of("healthy") : Optional.empty());
    }
}
