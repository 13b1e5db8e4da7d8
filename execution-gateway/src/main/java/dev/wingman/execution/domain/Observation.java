package dev.wingman.execution.domain;

import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.ContainerObserved;
import dev.wingman.contracts.Identifier;

/// A container as the auditor hears of it.
public final class Observation {

    private Observation() {}

    /// A container there, or its absence.
    ///
    /// @param project of what bore the name before: an absent container shows none by itself
    public static ContainerObserved of(Identifier site, String name, Optional<Container> there,
            Optional<String> project) {
        return there.map(one -> new ContainerObserved(site, name, one.status(), Optional.of(one.id()),
                Optional.of(one.image()), Optional.of(one.imageId()), one.health(), one.compose().project(),
                one.ports().stream().map(Container.Port::toString).toList(),
                one.exitCode().filter(_ -> !one.running())))
                .orElseGet(() -> new ContainerObserved(site, name, "absent", Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), project, List.of(), Optional.empty()));
    }
}
