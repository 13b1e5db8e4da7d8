package dev.wingman.execution.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import org.jboss.logging.Logger;

import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.Engine;
import dev.wingman.execution.domain.EngineFault;

/// The engine behind the socket.
final class DockerEngine implements Engine {

    private static final Logger LOG = Logger.getLogger(DockerEngine.class);

    private final DockerClient docker;
    private final DockerClient stopping;
    private final DockerClient listening;
    private final Fingerprint fingerprint;

    private final Duration stopAtMost;

    /// @param stopAtMost what a container gets to stop by itself, whatever it asks for
    DockerEngine(String host, Duration callAtMost, Duration stopAtMost, Fingerprint fingerprint) {
        var config = new FixedConfig(URI.create(host));
        this.docker = client(config, callAtMost);
        this.stopping = client(config, callAtMost.plus(stopAtMost));
        this.stopAtMost = stopAtMost;
        this.listening = client(config, Duration.ZERO);
        this.fingerprint = fingerprint;
    }

    /// An answer that does not come in time is an engine that is away; a stream of events may be silent for ever.
    private static DockerClient client(FixedConfig config, Duration answer) {
        return DockerClientImpl.getInstance(config, new ZerodepDockerHttpClient.Builder().dockerHost(config.host())
                .connectionTimeout(Duration.ofSeconds(3)).responseTimeout(answer).maxConnections(32).build());
    }

    @Override
    public List<Container> containers() {
        var all = new ArrayList<Container>();
        for (var listed : call("list the containers", () -> docker.listContainersCmd().withShowAll(true).exec())) {
            try {
                var seen = call("look at a container", () -> docker.inspectContainerCmd(listed.getId()).exec());
                all.add(Inspected.container(seen, fingerprint.of(seen)));
            } catch (EngineFault e) {
                if (e.kind() != EngineFault.Kind.GONE) {
                    throw e;
                }
            }
        }
        return List.copyOf(all);
    }

    @Override
    public byte[] definition(String containerId) {
        return Definition.of(call("look at a container", () -> docker.inspectContainerCmd(containerId).exec())).bytes();
    }

    @Override
    public boolean hasImage(String imageId) {
        try {
            return imageId.equals(call("look at an image", () -> docker.inspectImageCmd(imageId).exec()).getId());
        } catch (EngineFault e) {
            if (e.kind() == EngineFault.Kind.GONE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void stop(String containerId, Duration grace) {
        var seen = call("look at a container", () -> docker.inspectContainerCmd(containerId).exec());
        var own = Inspected.raw(seen, "Config").get("StopTimeout") instanceof Integer seconds
                ? Duration.ofSeconds(seconds)
                : grace;
        var longer = own.compareTo(grace) > 0 ? own : grace;
        var time = longer.compareTo(stopAtMost) < 0 ? longer : stopAtMost;
        run("stop a container",
                () -> stopping.stopContainerCmd(containerId).withTimeout((int) time.toSeconds()).exec());
    }

    @Override
    public void remove(String containerId) {
        run("remove a container",
                () -> docker.removeContainerCmd(containerId).withForce(false).withRemoveVolumes(false).exec());
    }

    @Override
    public void start(String containerId) {
        run("start a container", () -> docker.startContainerCmd(containerId).exec());
    }

    @Override
    public Optional<String> find(String name) {
        try {
            var seen = call("look at a container", () -> docker.inspectContainerCmd(name).exec());
            return Optional.of(seen).filter(one -> one.getName().equals("/" + name))
                    .map(InspectContainerResponse::getId);
        } catch (EngineFault e) {
            if (e.kind() == EngineFault.Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void rename(String containerId, String name) {
        run("rename a container", () -> docker.renameContainerCmd(containerId).withName(name).exec());
    }

    @Override
    public String create(byte[] definition, String name) {
        var wanted = Definition.read(definition);
        var config = wanted.config();
        var command = docker.createContainerCmd(wanted.imageId()).withName(name).withHostConfig(wanted.host());
        set(config.getCmd(), command::withCmd);
        set(config.getEntrypoint(), command::withEntrypoint);
        set(config.getEnv(), command::withEnv);
        set(config.getExposedPorts(), command::withExposedPorts);
        set(config.getHostName(), command::withHostName);
        set(config.getDomainName(), command::withDomainName);
        set(config.getUser(), command::withUser);
        set(config.getWorkingDir(), command::withWorkingDir);
        set(config.getLabels(), command::withLabels);
        set(config.getHealthcheck(), command::withHealthcheck);
        set(config.getTty(), command::withTty);
        set(config.getStdinOpen(), command::withStdinOpen);
        set(config.getStdInOnce(), command::withStdInOnce);
        set(config.getMacAddress(), command::withMacAddress);
        set(config.getNetworkDisabled(), command::withNetworkDisabled);
        set(wanted.stopSignal(), command::withStopSignal);
        set(wanted.stopTimeout(), command::withStopTimeout);
        if (config.getVolumes() != null) {
            command.withVolumes(config.getVolumes().keySet().stream().map(Volume::new).toList());
        }
        var first = wanted.networks().get(String.valueOf(wanted.hostConfig().getNetworkMode()));
        if (first != null) {
            command.withAliases(first.aliases());
            set(first.ipv4(), command::withIpv4Address);
            set(first.ipv6(), command::withIpv6Address);
        }
        return call("create a container", command::exec).getId();
    }

    @Override
    public void connect(String containerId, byte[] definition) {
        var has = Inspected.networks(
                call("look at a container", () -> docker.inspectContainerCmd(containerId).exec())).keySet();
        Definition.read(definition).networks().forEach((name, asked) -> {
            if (!has.contains(name)) {
                run("connect a container to a network", () -> docker.connectToNetworkCmd().withNetworkId(name)
                        .withContainerId(containerId).withContainerNetwork(endpoint(asked)).exec());
            }
        });
    }

    @Override
    public Closeable follow(Runnable changed, Runnable ended) {
        return listening.eventsCmd().withEventTypeFilter(EventType.CONTAINER)
                .exec(new ResultCallback.Adapter<Event>() {
                    @Override
                    public void onNext(Event event) {
                        changed.run();
                    }

                    @Override
                    public void onComplete() {
                        ended.run();
                    }

                    @Override
                    public void onError(Throwable failure) {
                        ended.run();
                    }
                });
    }

    private static ContainerNetwork endpoint(Definition.Attachment asked) {
        var endpoint = new ContainerNetwork().withAliases(asked.aliases());
        if (asked.ipv4() != null || asked.ipv6() != null) {
            var ipam = new ContainerNetwork.Ipam();
            set(asked.ipv4(), ipam::withIpv4Address);
            set(asked.ipv6(), ipam::withIpv6Address);
            endpoint.withIpamConfig(ipam);
        }
        return endpoint;
    }

    private static <T> void set(@org.jspecify.annotations.Nullable T value, java.util.function.Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    /// A container that is stopped, or runs, already is what was asked for.
    private static void run(String what, Runnable call) {
        call(what, () -> {
            try {
                call.run();
            } catch (NotModifiedException e) {
                return false;
            }
            return true;
        });
    }

    /// The engine's message may name paths, addresses or values: only its status goes on.
    private static <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (NotFoundException e) {
            throw new EngineFault(EngineFault.Kind.GONE, "not there: " + what, e);
        } catch (ConflictException e) {
            throw new EngineFault(EngineFault.Kind.REFUSED, "the engine is busy with it: " + what, e);
        } catch (DockerException e) {
            throw new EngineFault(EngineFault.Kind.REFUSED,
                    "the engine did not " + what + " (status " + e.getHttpStatus() + ")", e);
        } catch (RuntimeException e) {
            if (!brokenOff(e)) {
                LOG.errorf("event=engine-call-unforeseen call=\"%s\" fault=%s at=\"%s\"", what, e.getClass().getName(),
                        e.getStackTrace()[0]);
            }
            throw new EngineFault(EngineFault.Kind.AWAY, "the engine does not answer", e);
        }
    }

    /// The client has no exception of its own for a connection that fails. Anything else is a mistake of ours or of its.
    private static boolean brokenOff(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
