package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.local.LocalFault;

class StackRefusalTest {

    @TempDir
    Path folder = Path.of("");

    private Stack stack = new Stack(Path.of(""), Optional.of(Path.of("target", "unused-state")));
    private final Stack.Wish wish = new Stack.Wish(PortPlan.free().base(), List.of());

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        stack = new Stack(Checkout.in(folder).folder(), Optional.empty());
    }

    @AfterEach
    void nothingLeftRunning() {
        stack.down();
    }

    @Test
    void leavesNothingRunningWhenAServiceDiesAtItsStart() throws IOException {
        var auditor = Files.createDirectories(stack.state().run("auditor-service"));
        Files.createFile(auditor.resolve("broken"));

        assertThatThrownBy(() -> stack.up(wish)).isInstanceOf(LocalFault.class)
                .hasMessageContaining("auditor-service died").hasMessageContaining("broken on purpose")
                .hasMessageContaining("wingman logs auditor-service");

        assertThat(Stack.names()).allMatch(name -> stack.process(name).isEmpty());
    }

    @Test
    void namesThePortThatIsTakenAndByWhom() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wish.portBase() + 6));

            assertThatThrownBy(() -> stack.up(wish)).isInstanceOf(LocalFault.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (approval-service) is in use by java")
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void namesWhatIsNotBuilt() throws IOException {
        Files.delete(folder.resolve("watcher-service/target/quarkus-app/quarkus-run.jar"));

        assertThatThrownBy(() -> stack.up(wish)).isInstanceOf(LocalFault.class)
                .hasMessageContaining("not built yet: watcher-service");
    }
}
