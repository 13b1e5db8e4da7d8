package dev.wingman.client.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the process was started with.
///
/// @param environment its environment variables
/// @param home the project's folder, as the `wingman` script says
record Surroundings(Map<String, String> environment, Path home) {
    static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), Path.of(System.getProperty("wingman.home", "")).toAbsolutePath());
    }

    Optional<URI> url() {
        return value("WINGMAN_URL").map(URI::create);
    }

    Optional<String> token() {
        return value("WINGMAN_TOKEN");
    }

    Optional<Path> tokenFile() {
        return value("WINGMAN_TOKEN_FILE").map(Path::of);
    }

    /// Written by `up`: the addresses of a local stack.
    Path stateFile() {
        return value("WINGMAN_STATE").map(Path::of).orElse(home.resolve(".wingman")).resolve("local.json");
    }

    /// Colours are for eyes: a terminal, and nobody who asked for none (no-color.org).
    boolean colours() {
        return Boolean.getBoolean("wingman.terminal") && value("NO_COLOR").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
