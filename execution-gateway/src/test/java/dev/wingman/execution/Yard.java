package dev.wingman.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import dev.wingman.local.testing.DockerEngine;

/// Containers of a test, with names of their own; gone with everything of theirs when it ends.
public final class Yard implements AutoCloseable {

    private static final String SERVING = "/bin/busybox";

    private final DockerClient docker = client();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String image = "wingman-test:" + mark;
    private final List<String> containers = new ArrayList<>();
    private final List<String> networks = new ArrayList<>();
    private final List<String> volumes = new ArrayList<>();

    public Yard() {
        importImage(image, busybox(mark));
    }

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
        return run(what, command -> command);
    }

    public String run(String what, UnaryOperator<CreateContainerCmd> more) {
        var name = name(what);
        containers.add(name);
        var command = docker.createContainerCmd(image).withName(name).withCmd(SERVING, "sleep", "3600")
                .withStopSignal("SIGKILL");
        docker.startContainerCmd(more.apply(command).exec().getId()).exec();
        return name;
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
            quietly(() -> docker.removeContainerCmd(name).withForce(true).withRemoveVolumes(true).exec());
        }
        networks.forEach(name -> quietly(() -> docker.removeNetworkCmd(name).exec()));
        volumes.forEach(name -> quietly(() -> docker.removeVolumeCmd(name).exec()));
        quietly(() -> docker.removeImageCmd(image).withForce(true).exec());
        quietly(docker::close);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (NotFoundException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DockerClient client() {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(DockerEngine.address())
                .build();
        return DockerClientImpl.getInstance(config, new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create(DockerEngine.address())).responseTimeout(Duration.ofSeconds(30)).build());
    }

    /// By hand: the client cuts such an upload short.
    private static void importImage(String image, byte[] tar) {
        var named = image.split(":", 2);
        var head = "POST /images/create?fromSrc=-&repo=" + named[0] + "&tag=" + named[1]
                + " HTTP/1.0\r\nHost: docker\r\nContent-Type: application/x-tar\r\nContent-Length: " + tar.length
                + "\r\n\r\n";
        var socket = UnixDomainSocketAddress.of(URI.create(DockerEngine.address()).getPath());
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(socket);
            var to = Channels.newOutputStream(channel);
            to.write(head.getBytes(US_ASCII));
            to.write(tar);
            var answer = new String(Channels.newInputStream(channel).readAllBytes(), US_ASCII);
            if (!answer.contains("sha256:")) {
                throw new IllegalStateException("the engine did not import the test's image: " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine did not import the test's image", e);
        }
    }

    /// An image from nothing but the one static binary of Debian's `busybox-static`, and a mark that makes it the test's own.
    private static byte[] busybox(String mark) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            add(tar, "bin/busybox", Files.readAllBytes(Path.of("/bin/busybox")), 0755);
            add(tar, "mark", mark.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0644);
        } catch (IOException e) {
            throw new UncheckedIOException("the tests need Debian's busybox-static", e);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content, int mode) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
