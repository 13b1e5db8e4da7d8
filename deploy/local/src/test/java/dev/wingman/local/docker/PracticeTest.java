package dev.wingman.local.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class PracticeTest {

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void servesAPageOverAPublishedPortAndLeavesNothingBehind() {
        var engine = new Engine(EngineSocket.here().orElseThrow());
        var name = "";
        try (var practice = Practice.run(engine, "wingman-practice-test").orElseThrow()) {
            name = practice.name();
            assertThat(practice.state()).isEqualTo("running");
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(page(practice.port())).contains("orders: 42"));
            engine.stop(practice.name());
            assertThat(practice.state()).isEqualTo("exited");
        }
        assertThat(engine.state(name)).isEqualTo("absent");
    }

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void leavesAnotherRunsContainerAlone() {
        var engine = new Engine(EngineSocket.here().orElseThrow());
        try (var other = Practice.run(engine, "wingman-practice-test").orElseThrow()) {
            try (var own = Practice.run(engine, "wingman-practice-test").orElseThrow()) {
                assertThat(own.name()).isNotEqualTo(other.name());
            }
            assertThat(other.state()).isEqualTo("running");
        }
    }

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void aStubbornOneEndsOnlyWhenTheEngineKillsIt() {
        var engine = new Engine(EngineSocket.here().orElseThrow());
        var began = Instant.now();
        try (var practice = Practice.stubborn(engine, "wingman-practice-test").orElseThrow()) {
            engine.stop(practice.name());

            assertThat(engine.happenings(practice.name(), began)).extracting(Engine.Happening::action)
                    .containsSubsequence("create", "start", "kill", "kill", "die");
        }
    }

    @Test
    void takesTheSocketThatDockerHostNames() throws IOException {
        var file = java.nio.file.Files.createTempFile("engine", ".sock");

        assertThat(EngineSocket.of(Optional.of("unix://" + file))).map(EngineSocket::file).contains(file);
        assertThat(EngineSocket.of(Optional.of("unix:///no/such/socket"))).isEmpty();
        assertThat(EngineSocket.of(Optional.of("tcp://elsewhere:2375"))).as("an engine elsewhere is not ours")
                .isEmpty();
    }

    private static String page(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
                        BodyHandlers.ofString())
                .body();
    }
}
