package dev.wingman.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.wingman.local.demo.Playground;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.parts.Account;
import dev.wingman.local.parts.Daemon;
import dev.wingman.local.parts.Ports;

/// A second process of a service, started as its first was: same settings, same account, another management port.
record Twin(Daemon process) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Twin of(Playground playground, String service) {
        var first = Path.of("/proc", String.valueOf(playground.stack().process(service).orElseThrow().pid()));
        try {
            var command = List.of(Files.readString(first.resolve("cmdline"), UTF_8).split("\0"));
            var folder = first.resolve("cwd").toRealPath();
            int port = Ports.free(1).getFirst();
            var daemon = Daemon.start(new Daemon.Order(command, folder, playground.folder().resolve("twin.log"),
                    Map.of("QUARKUS_MANAGEMENT_PORT", String.valueOf(port), "WINGMAN_PLATFORM_INSTANCE", "2"),
                    account(folder)));
            World.eventually(() -> HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                    + "/q/health/ready")).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.discarding())
                    .statusCode() == 200);
            return new Twin(daemon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// That of the folder's owner, with the group of the Docker socket.
    private static Account account(Path folder) throws IOException {
        return Account.canSwitch()
                ? Account.of((Integer) Files.getAttribute(folder, "unix:uid"))
                        .inGroup(EngineSocket.here().orElseThrow().group())
                : Account.own();
    }

    @Override
    public void close() {
        process.kill();
    }
}
