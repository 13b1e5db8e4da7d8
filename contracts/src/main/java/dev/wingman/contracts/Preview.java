package dev.wingman.contracts;

import java.util.List;

/// What a stage would touch, as the gateway saw it when it prepared the stage.
///
/// @param dependants containers that share a network or a volume with the targets and would notice
/// @param irreversible sentences about what cannot be undone
public record Preview(List<Target> targets, List<String> volumes, List<String> networks, List<String> dependants,
        List<String> irreversible) {
    public Preview {
        targets = List.copyOf(targets);
        volumes = List.copyOf(volumes);
        networks = List.copyOf(networks);
        dependants = List.copyOf(dependants);
        irreversible = List.copyOf(irreversible);
    }

    /// A container that the stage acts on, with the engine's own word for its state.
    public record Target(String name, String image, String state) {}
}
