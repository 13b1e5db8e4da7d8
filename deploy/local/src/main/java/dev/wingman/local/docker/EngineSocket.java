package dev.wingman.local.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/// The file behind which a Docker engine of this machine listens. Whoever may write to it is root.
public record EngineSocket(Path file) {

    private static final String SCHEME = "unix://";
    private static final Path USUAL = Path.of("/var/run/docker.sock");

    /// That of this machine: `DOCKER_HOST` if it names a socket, else the usual place. An engine elsewhere is not ours to hold.
    public static Optional<EngineSocket> here() {
        return of(Optional.ofNullable(System.getenv("DOCKER_HOST")));
    }

    static Optional<EngineSocket> of(Optional<String> dockerHost) {
        var told = dockerHost.map(String::strip).filter(host -> !host.isEmpty());
        if (told.isPresent() && !told.get().startsWith(SCHEME)) {
            return Optional.empty();
        }
        var file = told.map(host -> Path.of(host.substring(SCHEME.length()))).orElse(USUAL);
        return Files.exists(file) ? Optional.of(new EngineSocket(file)) : Optional.empty();
    }

    /// As the gateway's setting names it.
    public String address() {
        return SCHEME + file;
    }

    /// The group that may open it.
    public int group() {
        try {
            return (Integer) Files.getAttribute(file, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether everybody on this machine may open it: then nobody can be its only holder.
    public boolean openToAll() {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An engine answers.
    public boolean answers() {
        try {
            return new Engine(this).call("GET", "/_ping", Engine.NOTHING).status() == Engine.OK;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
