package dev.wingman.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.local.LocalFault;
import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.EngineSocket;

class PlaygroundTest {

    @TempDir
    Path checkout = Path.of("");

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void takesItsContainerAlongWhoeverEndsIt() throws InterruptedException {
        var engine = new Engine(EngineSocket.here().orElseThrow());
        var playground = Playground.withFakeChat(checkout, Optional.empty());
        var container = playground.container(engine, "wingman-playground-test").orElseThrow();
        assertThat(container.state()).isEqualTo("running");

        var hook = Thread.ofPlatform().start(playground::close);
        hook.join();

        assertThat(container.state()).isEqualTo("absent");
        assertThat(playground.folder()).doesNotExist();
    }

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void makesNothingAfterItsEnd() {
        var engine = new Engine(EngineSocket.here().orElseThrow());
        var playground = Playground.withFakeChat(checkout, Optional.empty());

        playground.close();

        assertThatThrownBy(() -> playground.container(engine, "wingman-playground-test"))
                .isInstanceOf(LocalFault.class);
        assertThatThrownBy(playground::up).isInstanceOf(LocalFault.class).hasMessageContaining("ended");
    }
}
