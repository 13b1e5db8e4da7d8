package dev.wingman.execution.docker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;

import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.Container.Mount.Kind;
import dev.wingman.execution.domain.EngineFault;

/// What the engine answers, as the domain knows it.
final class Inspected {

    private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none");
    private static final String PROJECT = "com.docker.compose.project";
    private static final String SERVICE = "com.docker.compose.service";
    private static final String NEEDS = "com.docker.compose.depends_on";
    /// On the containers of Wingman itself: a drill must not stop its own approver.
    private static final String WINGMAN = "dev.wingman.part";

    private Inspected() {}

    static Container container(InspectContainerResponse seen, String shape) {
        var config = Objects.requireNonNull(seen.getConfig());
        var labels = config.getLabels() == null ? Map.<String, String>of() : config.getLabels();
        var state = seen.getState();
        var health = Optional.ofNullable(state.getHealth()).map(one -> one.getStatus())
                .filter(status -> !"none".equals(status));
        var host = Objects.requireNonNull(seen.getHostConfig());
        return new Container(seen.getId(), seen.getName().substring(1), String.valueOf(config.getImage()),
                seen.getImageId(), String.valueOf(state.getStatus()), health,
                Optional.ofNullable(state.getExitCodeLong()), compose(labels),
                mounts(seen).stream().map(Inspected::mount).toList(),
                new Container.Links(List.copyOf(networks(seen).keySet()), joins(host)), ports(seen),
                Boolean.TRUE.equals(host.getAutoRemove()), labels.containsKey(WINGMAN), shape);
    }

    /// A part of the answer as it came, with what the client has no name for; an answer without it cannot be judged.
    static Map<?, ?> raw(InspectContainerResponse seen, String part) {
        if (seen.getRawValues().get(part) instanceof Map<?, ?> map && !map.isEmpty()) {
            return map;
        }
        throw new EngineFault(EngineFault.Kind.REFUSED, "the engine's answer has no " + part);
    }

    /// Networks that users made.
    static Map<String, ContainerNetwork> networks(InspectContainerResponse seen) {
        var settings = seen.getNetworkSettings();
        var all = settings == null || settings.getNetworks() == null
                ? Map.<String, ContainerNetwork>of()
                : settings.getNetworks();
        var made = new TreeMap<>(all);
        made.keySet().removeAll(ENGINES_OWN);
        return made;
    }

    static List<InspectContainerResponse.Mount> mounts(InspectContainerResponse seen) {
        return seen.getMounts() == null ? List.of() : seen.getMounts();
    }

    private static Container.Compose compose(Map<String, String> labels) {
        var needs = Arrays.stream(labels.getOrDefault(NEEDS, "").split(",")).map(need -> need.split(":", 2)[0])
                .filter(need -> !need.isBlank()).toList();
        return new Container.Compose(Optional.ofNullable(labels.get(PROJECT)),
                Optional.ofNullable(labels.get(SERVICE)), needs);
    }

    private static Container.Mount mount(InspectContainerResponse.Mount mount) {
        var name = Objects.requireNonNullElse(mount.getName(), "");
        var path = Objects.requireNonNullElse(mount.getSource(), "");
        var source = name.isEmpty() ? path : name;
        var kind = !name.isEmpty() ? Kind.VOLUME : path.isEmpty() ? Kind.OTHER : Kind.BIND;
        return new Container.Mount(kind, source, Objects.requireNonNull(mount.getDestination()).getPath(),
                !Boolean.FALSE.equals(mount.getRW()));
    }

    private static List<String> joins(HostConfig host) {
        var joined = new ArrayList<String>();
        for (var mode : new String[]{host.getNetworkMode(), host.getPidMode(), host.getIpcMode()}) {
            if (mode != null && mode.startsWith("container:")) {
                joined.add(mode.substring("container:".length()));
            }
        }
        if (host.getVolumesFrom() != null) {
            Arrays.stream(host.getVolumesFrom()).map(from -> from.getContainer()).forEach(joined::add);
        }
        return List.copyOf(joined);
    }

    private static List<Container.Port> ports(InspectContainerResponse seen) {
        var settings = seen.getNetworkSettings();
        if (settings == null || settings.getPorts() == null || settings.getPorts().getBindings() == null) {
            return List.of();
        }
        // Nobody can tell by a connection whether a port of another protocol is open.
        return settings.getPorts().getBindings().entrySet().stream()
                .filter(port -> port.getKey().getProtocol() == InternetProtocol.TCP).map(Map.Entry::getValue)
                .filter(Objects::nonNull).flatMap(Arrays::stream)
                .filter(binding -> String.valueOf(binding.getHostPortSpec()).matches("[0-9]{1,5}"))
                .map(binding -> new Container.Port(reachable(binding.getHostIp()),
                        Integer.parseInt(binding.getHostPortSpec())))
                .distinct().sorted(java.util.Comparator.comparing(Container.Port::toString)).toList();
    }

    /// A port that is bound to every address is reached at this host's own.
    private static String reachable(@org.jspecify.annotations.Nullable String address) {
        return address == null || address.isEmpty() || "0.0.0.0".equals(address) || "::".equals(address)
                ? "127.0.0.1"
                : address;
    }
}
