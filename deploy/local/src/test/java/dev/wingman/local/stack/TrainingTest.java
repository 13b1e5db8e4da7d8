package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Service;

/// One training for all tests. Kafka has no cache here: a build's own tests run it from folders of classes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {

    private static final List<String> SERVICES = Arrays.stream(Service.values()).map(Service::folder).toList();

    @TempDir
    static Path folder = Path.of("");

    @TempDir
    static Path data = Path.of("");

    private List<String> trained = List.of();
    private Optional<Stack> running = Optional.empty();

    @BeforeAll
    void aTrainedCheckout() throws IOException {
        trained = Training.train(Checkout.in(folder).folder());
    }

    @AfterEach
    void nothingLeftRunning() {
        running.ifPresent(Stack::down);
    }

    @Test
    void makesACacheOfEachServiceThatNoServiceCanWrite() throws IOException {
        assertThat(trained).containsExactlyInAnyOrderElementsOf(SERVICES);
        try (var caches = Files.list(folder.resolve("target/start-caches"))) {
            assertThat(caches).hasSize(SERVICES.size()).allSatisfy(cache -> {
                assertThat(Files.getOwner(cache)).isEqualTo(Files.getOwner(folder));
                assertThat(Files.getPosixFilePermissions(cache)).doesNotContain(PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE);
            });
        }
    }

    @Test
    void makesEachCacheOnce() throws IOException {
        assertThat(Training.train(folder)).isEmpty();
    }

    @Test
    void servesEveryStateFolderOfTheCheckout() throws IOException {
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        var stack = new Stack(folder, Optional.of(data.resolve("state")));
        running = Optional.of(stack);

        stack.up(new Stack.Wish(PortPlan.free().base(), List.of()));

        for (var service : SERVICES) {
            var maps = Path.of("/proc", String.valueOf(stack.process(service).orElseThrow().pid()), "maps");
            assertThat(Files.readString(maps)).as("memory of " + service).contains("/" + service + ".");
        }
    }

    @Test
    void onlySaysSoWhenItFails() throws IOException {
        var empty = Files.createDirectories(folder.resolve("nothing-built"));

        assertThat(Training.learn(empty)).contains("wingman: starts stay slow").contains("not built yet")
                .doesNotContain("\n");
    }
}
