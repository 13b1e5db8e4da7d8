package dev.wingman.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.wingman.execution.Yard;
import dev.wingman.execution.domain.Container;
import dev.wingman.execution.domain.EngineFault;

@EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
@SuppressWarnings("NullAway.Init")
class DockerEngineIT {

    private static final Duration NOW = Duration.ofSeconds(1);

    private final DockerEngine engine = new DockerEngine(dev.wingman.local.testing.DockerEngine.address(),
            Duration.ofSeconds(20), Duration.ofSeconds(10), new Fingerprint("key".getBytes(StandardCharsets.UTF_8)));
    private Yard yard;

    @BeforeEach
    void open() {
        yard = new Yard();
    }

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void rebuildsAContainerAsItWas() {
        var network = yard.network("net");
        var second = yard.network("second");
        var volume = yard.volume("kept");
        var name = yard.run("web", command -> command.withEnv("PASSWORD=hunter2").withLabels(Map.of("a", "b"))
                .withUser("65534").withWorkingDir("/tmp").withAliases(List.of("web-alias"))
                .withVolumes(new Volume("/anonymous")).withExposedPorts(ExposedPort.tcp(8080))
                .withHealthcheck(new HealthCheck().withTest(List.of("CMD", "/bin/busybox", "true"))
                        .withInterval(1_000_000_000L))
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode(network).withMemory(32L << 20)
                        .withReadonlyRootfs(true).withRestartPolicy(RestartPolicy.onFailureRestart(3))
                        .withPortBindings(new Ports(ExposedPort.tcp(8080), Ports.Binding.bindIp("127.0.0.1")))
                        .withBinds(Bind.parse(volume + ":/named"))));
        yard.docker().connectToNetworkCmd().withContainerId(name).withNetworkId(second).exec();
        var before = yard.inspect(name);
        var definition = engine.definition(before.getId());
        yard.alsoRemove(Objects.requireNonNull(before.getMounts()).stream().map(InspectContainerResponse.Mount::getName)
                .filter(one -> !one.equals(volume)).toList());

        engine.stop(before.getId(), NOW);
        engine.remove(before.getId());
        var id = engine.create(definition, name);
        engine.connect(id, definition);
        engine.start(id);

        var after = yard.inspect(name);
        assertThat(after.getId()).isNotEqualTo(before.getId());
        assertThat(after.getImageId()).isEqualTo(before.getImageId());
        assertThat(after.getConfig().getEnv()).isEqualTo(before.getConfig().getEnv());
        assertThat(after.getConfig().getCmd()).isEqualTo(before.getConfig().getCmd());
        assertThat(after.getConfig().getLabels()).isEqualTo(before.getConfig().getLabels());
        assertThat(after.getConfig().getUser()).isEqualTo("65534");
        assertThat(after.getConfig().getWorkingDir()).isEqualTo("/tmp");
        assertThat(raw(after, "Config").get("StopSignal")).isEqualTo("SIGKILL");
        assertThat(after.getConfig().getHostName()).isEqualTo(after.getId().substring(0, 12));
        assertThat(after.getConfig().getHealthcheck()).isEqualTo(before.getConfig().getHealthcheck());
        assertThat(withoutBinds(after)).isEqualTo(withoutBinds(before)).containsKey("RestartPolicy");
        assertThat(volumes(after)).isEqualTo(volumes(before)).hasSize(2);
        assertThat(after.getNetworkSettings().getNetworks().keySet()).containsExactlyInAnyOrder(network, second);
        assertThat(java.util.Optional.ofNullable(after.getNetworkSettings().getNetworks().get(network))
                .map(com.github.dockerjava.api.model.ContainerNetwork::getAliases).orElseThrow())
                .contains("web-alias");
    }

    @Test
    void rebuildsWhatMountsAVolumeWithoutANameAndHasTheHostsOwnHostname() {
        var name = yard.run("web", command -> command.withHostConfig(HostConfig.newHostConfig().withUtSMode("host")
                .withMounts(List.of(new Mount().withType(MountType.VOLUME).withTarget("/data")))));
        var before = yard.inspect(name);
        var definition = engine.definition(before.getId());
        yard.alsoRemove(Objects.requireNonNull(before.getMounts()).stream().map(InspectContainerResponse.Mount::getName)
                .toList());
        engine.stop(before.getId(), NOW);
        engine.remove(before.getId());

        var id = engine.create(definition, name);
        engine.start(id);

        assertThat(volumes(yard.inspect(name))).isEqualTo(volumes(before)).hasSize(1);
    }

    @Test
    void givesAContainerTheTimeToStopThatItAsksForItself() {
        var name = yard.run("web", command -> command
                .withCmd("/bin/busybox", "sh", "-c", "trap 'sleep 2; exit 7' TERM; while :; do sleep 0.1; done")
                .withStopSignal("SIGTERM").withStopTimeout(8));

        engine.stop(yard.inspect(name).getId(), NOW);

        assertThat(yard.inspect(name).getState().getExitCodeLong()).isEqualTo(7);
    }

    @Test
    void knowsOnlyPortsThatAConnectionCanTellOf() {
        var name = yard.run("web", command -> command.withExposedPorts(ExposedPort.udp(53), ExposedPort.tcp(8080))
                .withHostConfig(HostConfig.newHostConfig().withPortBindings(
                        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.udp(53)),
                        new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(8080)))));

        var seen = engine.containers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();

        var tcp = Objects.requireNonNull(yard.inspect(name).getNetworkSettings().getPorts().getBindings()
                .get(ExposedPort.tcp(8080)))[0].getHostPortSpec();
        assertThat(seen.ports()).extracting(Container.Port::toString).containsExactly("127.0.0.1:" + tcp);
    }

    @Test
    void findsAContainerByItsWholeNameAlone() {
        var name = yard.run("web");
        var id = yard.inspect(name).getId();

        assertThat(engine.find(name)).contains(id);
        assertThat(engine.find(id.substring(0, 12))).isEmpty();
        assertThat(engine.find(name + "-2")).isEmpty();
    }

    @Test
    void keepsVolumesWhenItRemoves() {
        var name = yard.run("web", command -> command.withVolumes(new Volume("/anonymous")));
        var volume = Objects.requireNonNull(yard.inspect(name).getMounts()).getFirst().getName();

        engine.stop(yard.inspect(name).getId(), NOW);
        engine.remove(yard.inspect(name).getId());

        assertThat(yard.docker().inspectVolumeCmd(volume).exec().getName()).isEqualTo(volume);
        yard.docker().removeVolumeCmd(volume).exec();
    }

    @Test
    void neverPullsAnImageThatIsGone() {
        var name = yard.run("web");
        var id = yard.inspect(name).getId();
        var image = yard.inspect(name).getImageId();
        var definition = engine.definition(id);
        engine.stop(id, NOW);
        engine.remove(id);
        yard.docker().removeImageCmd(yard.image()).withForce(true).exec();

        assertThat(engine.hasImage(image)).isFalse();
        assertThatThrownBy(() -> engine.create(definition, name)).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(EngineFault.Kind.GONE));
    }

    @Test
    void removesNothingThatRuns() {
        var name = yard.run("web");

        assertThatThrownBy(() -> engine.remove(yard.inspect(name).getId())).isInstanceOf(EngineFault.class);

        assertThat(yard.status(name)).isEqualTo("running");
    }

    @Test
    void stopsAndStartsWhatAlreadyIsWithoutAFault() {
        var name = yard.run("web");
        var id = yard.inspect(name).getId();

        engine.start(id);
        engine.stop(id, NOW);
        engine.stop(id, NOW);

        assertThat(yard.status(name)).isEqualTo("exited");
    }

    @Test
    void seesAChangedConfigurationWithoutShowingIt() {
        var name = yard.run("web", command -> command.withEnv("PASSWORD=hunter2"));
        var before = seen(name);

        yard.docker().updateContainerCmd(name).withMemory(64L << 20).withMemorySwap(-1L).exec();

        assertThat(seen(name).shape()).isNotEqualTo(before.shape()).matches("[0-9a-f]{64}");
        assertThat(seen(name).toString()).doesNotContain("hunter2");
    }

    @Test
    void callsAnEngineThatDoesNotAnswerAway() {
        var nobody = new DockerEngine("unix:///nonexistent/docker.sock", Duration.ofSeconds(1), NOW,
                new Fingerprint("key".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(nobody::containers).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(EngineFault.Kind.AWAY));
    }

    private Container seen(String name) {
        return engine.containers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<?, ?> raw(InspectContainerResponse seen, String part) {
        return (Map<?, ?>) Objects.requireNonNull(seen.getRawValues().get(part));
    }

    /// What the engine itself left out or set empty is the same.
    private static Map<Object, Object> withoutBinds(InspectContainerResponse seen) {
        var raw = new java.util.TreeMap<Object, Object>(raw(seen, "HostConfig"));
        raw.remove("Binds");
        raw.values().removeIf(value -> value == null || value.equals(List.of()) || value.equals(Map.of()));
        return raw;
    }

    private static List<String> volumes(InspectContainerResponse seen) {
        return Objects.requireNonNull(seen.getMounts()).stream()
                .map(mount -> mount.getName() + ":" + mount.getDestination()).sorted().toList();
    }
}
