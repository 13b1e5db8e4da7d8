package dev.wingman.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.client.Addresses;
import dev.wingman.contracts.Service;

class SurroundingsTest {
    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void forgetTheTerminal() {
        System.clearProperty("wingman.terminal");
    }

    @Test
    void likesColoursOnATerminalOnly() {
        assertThat(with(Map.of()).colours()).isFalse();

        System.setProperty("wingman.terminal", "true");
        assertThat(with(Map.of()).colours()).isTrue();
    }

    @Test
    void paintsNothingForWhoeverSetNoColour() {
        System.setProperty("wingman.terminal", "true");

        assertThat(with(Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(with(Map.of("NO_COLOR", "")).colours()).isTrue();
        assertThat(with(Map.of("TERM", "dumb")).colours()).isFalse();
    }

    @Test
    void findsTheStateOfALocalStack() {
        assertThat(with(Map.of()).stateFile()).isEqualTo(folder.resolve(".wingman/local.json"));
        assertThat(with(Map.of("WINGMAN_STATE", "/data")).stateFile()).isEqualTo(Path.of("/data/local.json"));
    }

    @Test
    void readsTheAddressOfEachServiceFromTheStateFile() throws IOException {
        var file = Files.writeString(folder.resolve("local.json"),
                """
                {"portBase":8000,"services":{"gatekeeper-service":"http://127.0.0.1:8002","watcher-service":"http://127.0.0.1:8005"}}""");

        var addresses = Addresses.local(file).orElseThrow();

        assertThat(addresses.of(Service.WATCHER)).isEqualTo(URI.create("http://127.0.0.1:8005"));
    }

    @Test
    void findsNoAddressInAFileThatIsNone() throws IOException {
        assertThat(Addresses.local(Files.writeString(folder.resolve("local.json"), "{\"serv"))).isEmpty();
        assertThat(Addresses.local(folder.resolve("missing.json"))).isEmpty();
    }

    private Surroundings with(Map<String, String> environment) {
        return new Surroundings(environment, folder);
    }
}
