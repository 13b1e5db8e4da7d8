package dev.wingman.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import picocli.CommandLine;

import dev.wingman.local.docker.Engine;
import dev.wingman.local.docker.EngineSocket;
import dev.wingman.local.registry.Target;

class AllowTest {

    private final StringWriter err = new StringWriter();

    @Test
    void saysFirstThatATargetIsMissing() {
        assertThat(allow("--tenant", "acme")).isEqualTo(2);
        assertThat(err.toString()).contains("--container", "--project");
    }

    @Test
    void takesOneTargetAtATime() {
        assertThat(allow("--tenant", "acme", "--container", "shop", "--project", "shop")).isEqualTo(2);
    }

    @Test
    @EnabledIf("dev.wingman.local.testing.DockerEngine#answers")
    void warnsOfAContainerThatDoesNotExist() {
        var engine = EngineSocket.here().map(Engine::new);

        assertThat(Allow.absence(Target.container("wingman-no-such"), engine).orElse(""))
                .contains("no container wingman-no-such exists now");
        assertThat(Allow.absence(Target.project("wingman-no-such"), engine)).isEmpty();
    }

    @Test
    void warnsOfNothingWhereNoEngineCanBeAsked() {
        assertThat(Allow.absence(Target.container("wingman-no-such"), Optional.empty())).isEmpty();
    }

    private int allow(String... arguments) {
        return new CommandLine(new Allow()).setErr(new PrintWriter(err, true)).execute(arguments);
    }
}
