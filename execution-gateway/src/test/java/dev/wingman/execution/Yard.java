package dev.wingman.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;

/// Containers of a test, with names of their own; gone with everything of theirs when it ends.
public final class Yard implements AutoCloseable {

    private static final String BUSYBOX = "/bin/busybox";

    private final DockerClient docker = DockerClientFactory.lazyClient();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String image = image(mark);
    private final List<String> containers = new ArrayList<>();
    private final List<String> networks = new ArrayList<>();
    private final List<String> volumes = new ArrayList<>();

    public DockerClient docker() {
        return docker;
    }

    public String name(String what) {
        return "wm-" + mark + "-" + what;
    }

    public String image() {
        return image;
    }

    /// A running container that sleeps; it stops at once when told to.
    public String run(String what) {
        return run(what, _ -> {
        });
    }

    public String run(String what, Consumer<CreateContainerCmd> more) {
        var name = name(what);
        containers.add(name);
        new GenericContainer<>(image).withCreateContainerCmdModifier(command -> {
            more.accept(command.withName(name).withCmd(BUSYBOX, "sleep", "3600").withStopSignal("SIGKILL"));
            // Testcontainers adds some of its own.
            command.withLabels(new HashMap<>(Objects.requireNonNull(command.getLabels())));
        }).start();
        return name;
    }

    /// Ids of what stands ready to take the place of that container.
    public List<String> successors(String name) {
        return docker.listContainersCmd().withShowAll(true).exec().stream()
                .filter(one -> one.getNames()[0].startsWith("/wingman-next-") && one.getNames()[0].endsWith("-" + name))
                .map(com.github.dockerjava.api.model.Container::getId).toList();
    }

    public String network(String what) {
        networks.add(name(what));
        docker.createNetworkCmd().withName(name(what)).exec();
        return name(what);
    }

    public String volume(String what) {
        volumes.add(name(what));
        docker.createVolumeCmd().withName(name(what)).exec();
        return name(what);
    }

    /// A rebuilt container has its anonymous volumes by name, and the engine then leaves them.
    public void alsoRemove(List<String> more) {
        volumes.addAll(more);
    }

    public InspectContainerResponse inspect(String name) {
        return docker.inspectContainerCmd(name).exec();
    }

    public String status(String name) {
        try {
            return String.valueOf(inspect(name).getState().getStatus());
        } catch (NotFoundException e) {
            return "absent";
        }
    }

    @Override
    public void close() {
        for (var name : containers) {
            successors(name).forEach(id -> quietly(() -> docker.removeContainerCmd(id).exec()));
            quietly(() -> docker.removeContainerCmd(name).withForce(true).withRemoveVolumes(true).exec());
        }
        networks.forEach(name -> quietly(() -> docker.removeNetworkCmd(name).exec()));
        volumes.forEach(name -> quietly(() -> docker.removeVolumeCmd(name).exec()));
        quietly(() -> docker.removeImageCmd(image).withForce(true).exec());
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (NotFoundException e) {
            return;
        }
    }

    /// An image from nothing but the one static binary of Debian's `busybox-static`, and a mark that makes it the test's own.
    private static String image(String mark) {
        return new ImageFromDockerfile("wingman-test:" + mark, false).withFileFromPath("busybox", Path.of(BUSYBOX))
                .withFileFromString("mark", mark).withDockerfileFromBuilder(file -> file.from("scratch")
                        .copy("busybox", BUSYBOX).copy("mark", "/mark").build())
                .get();
    }
}
