package dev.wingman.execution.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.contracts.Digests;

/// All containers at one moment.
public record Sight(List<Container> all) {

    public Sight {
        all = List.copyOf(all);
    }

    /// By its exact name: a prefix, an id or a path finds nothing.
    public Optional<Container> named(String name) {
        return all.stream().filter(container -> container.name().equals(name)).findFirst();
    }

    public Optional<Container> of(Target target) {
        return named(target.name());
    }

    /// SHA-256 over the RFC 8785 form of the targets' state. Health and times of a start are not in it: they change by themselves.
    public String digest(List<Target> targets) {
        var states = new ArrayList<Map<String, Object>>();
        targets.stream().sorted(Comparator.comparing(Target::name)).forEach(target -> states.add(state(target)));
        return Digests.ofCanonical(states);
    }

    private Map<String, Object> state(Target target) {
        var state = new LinkedHashMap<String, Object>();
        state.put("name", target.name());
        state.put("recorded_image", target.imageId());
        of(target).ifPresentOrElse(container -> {
            state.put("id", container.id());
            state.put("image", container.imageId());
            state.put("status", container.status());
            state.put("shape", container.shape());
            state.put("mounts", container.mounts().stream().map(Sight::line).sorted().toList());
            state.put("networks", container.links().networks().stream().sorted().toList());
        }, () -> state.put("status", "absent"));
        return state;
    }

    private static String line(Container.Mount mount) {
        return mount.kind() + " " + mount.source() + " " + mount.destination() + (mount.writable() ? " rw" : " ro");
    }
}
