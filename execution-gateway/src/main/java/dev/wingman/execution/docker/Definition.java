package dev.wingman.execution.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import org.jspecify.annotations.Nullable;

/// What a container is rebuilt from. Anonymous volumes are bound by their names, so that the rebuilt container finds its data again.
///
/// @param networks made by users, with what the container asked for there
record Definition(String name, String imageId, ContainerConfig config, HostConfig hostConfig,
        Map<String, Attachment> networks, List<String> volumes, @Nullable String stopSignal,
        @Nullable Integer stopTimeout) {

    /// Not the client's own mapper: what it reads it writes out again as it came, whatever was changed meanwhile.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();
    private static final int SHORT_ID = 12;

    /// What a container asks of a network.
    record Attachment(List<String> aliases, @Nullable String ipv4, @Nullable String ipv6, List<String> links) {}

    static Definition of(InspectContainerResponse seen) {
        var config = Objects.requireNonNull(seen.getConfig());
        var shortId = seen.getId().substring(0, SHORT_ID);
        var networks = new TreeMap<String, Attachment>();
        Inspected.networks(seen).forEach((name, network) -> networks.put(name, attachment(network, shortId)));
        var host = Objects.requireNonNull(seen.getHostConfig());
        // The engine made the one up; the other is the host's own, and may not be asked for.
        if (shortId.equals(config.getHostName()) || "host".equals(host.getUtSMode())) {
            config.withHostName(null);
        }
        var raw = Inspected.raw(seen, "Config");
        return new Definition(seen.getName().substring(1), seen.getImageId(), config,
                host, networks, unbound(seen),
                (String) raw.get("StopSignal"), (Integer) raw.get("StopTimeout"));
    }

    static Definition read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Definition.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a recorded definition cannot be read", e);
        }
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("a definition has no JSON form", e);
        }
    }

    /// The host's side, with every volume bound by name.
    HostConfig host() {
        var binds = new ArrayList<Bind>();
        var given = hostConfig.getBinds();
        if (given != null) {
            binds.addAll(Arrays.asList(given));
        }
        volumes.forEach(volume -> binds.add(Bind.parse(volume)));
        if (hostConfig.getMounts() != null) {
            var bound = binds.stream().map(bind -> bind.getVolume().getPath()).toList();
            hostConfig.withMounts(hostConfig.getMounts().stream().filter(mount -> !bound.contains(mount.getTarget()))
                    .toList());
        }
        return hostConfig.withBinds(binds).withVolumesFrom(new com.github.dockerjava.api.model.VolumesFrom[0]);
    }

    private static Attachment attachment(ContainerNetwork network, String shortId) {
        var aliases = network.getAliases() == null ? List.<String>of() : network.getAliases();
        var asked = network.getIpamConfig();
        var links = network.getLinks() == null
                ? List.<String>of()
                : Arrays.stream(network.getLinks())
                        .map(Object::toString).toList();
        return new Attachment(aliases.stream().filter(alias -> !alias.equals(shortId)).toList(),
                asked == null ? null : asked.getIpv4Address(), asked == null ? null : asked.getIpv6Address(), links);
    }

    /// Volumes that no bind and no mount of the host configuration names: the anonymous ones, and those of other containers.
    private static List<String> unbound(InspectContainerResponse seen) {
        var host = Objects.requireNonNull(seen.getHostConfig());
        var bound = new ArrayList<String>();
        if (host.getBinds() != null) {
            Arrays.stream(host.getBinds()).map(bind -> bind.getVolume().getPath()).forEach(bound::add);
        }
        if (host.getMounts() != null) {
            host.getMounts().stream().filter(mount -> mount.getSource() != null && !mount.getSource().isEmpty())
                    .map(com.github.dockerjava.api.model.Mount::getTarget).forEach(bound::add);
        }
        return Inspected.mounts(seen).stream().filter(mount -> mount.getName() != null)
                .filter(mount -> !bound.contains(Objects.requireNonNull(mount.getDestination()).getPath()))
                .map(mount -> mount.getName() + ":" + Objects.requireNonNull(mount.getDestination()).getPath()
                        + (Boolean.FALSE.equals(mount.getRW()) ? ":ro" : ":rw"))
                .toList();
    }
}
