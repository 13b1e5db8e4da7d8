package dev.wingman.execution.docker;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Digests;
import dev.wingman.execution.ExecutionSettings;
import dev.wingman.execution.domain.Engine;
import dev.wingman.platform.events.Envelopes;

/// Which socket this gateway holds, said at its start. A Unix socket only: an engine on the network would answer others too.
@ApplicationScoped
class Socket {

    private static final Logger LOG = Logger.getLogger(Socket.class);

    @Produces
    @ApplicationScoped
    Engine engine(ExecutionSettings settings, Envelopes envelopes) {
        var key = envelopes.signingKey().sign(
                "wingman/shapes/execution-gateway".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return settings.dockerHost().filter(host -> !host.isBlank())
                .<Engine>map(host -> new DockerEngine(unix(host), settings.callAtMost(), settings.stopAtMost(),
                        new Fingerprint(Digests.sha256(key))))
                .orElseGet(NoEngine::new);
    }

    void tell(@Observes StartupEvent starting, ExecutionSettings settings) {
        var host = settings.dockerHost().filter(one -> !one.isBlank()).map(Socket::unix);
        if (host.isEmpty()) {
            LOG.warn(
                    "event=no-engine reason=\"wingman.execution.docker-host is not set\" effect=\"every drill is refused\"");
            return;
        }
        var socket = Path.of(URI.create(host.get()).getPath());
        if (Files.exists(socket) && Files.isWritable(socket)) {
            LOG.infof("event=engine socket=%s", socket);
        } else {
            LOG.warnf("event=no-engine socket=%s reason=\"%s\" effect=\"drills are refused until it is there\"", socket,
                    Files.exists(socket) ? "this process may not open it" : "there is none");
        }
    }

    private static String unix(String host) {
        if (!host.startsWith("unix:///")) {
            throw new IllegalArgumentException("wingman.execution.docker-host is a Unix socket, unix:///…");
        }
        return host;
    }
}
