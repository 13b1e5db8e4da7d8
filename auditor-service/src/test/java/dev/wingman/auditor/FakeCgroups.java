package dev.wingman.auditor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A cgroup file system of the tests' own: the kernel's is not theirs to write. And no long wait for facts that never come.
public final class FakeCgroups implements QuarkusTestResourceLifecycleManager {

    /// Longer than two looks take on a busy machine.
    static final Duration FACT_AT_MOST = Duration.ofSeconds(6);
    private static final String ROOT = "wingman.test.cgroups";

    @Override
    public Map<String, String> start() {
        try {
            if (System.getProperty(ROOT) == null) {
                System.setProperty(ROOT, Files.createTempDirectory("cgroups").toString());
            }
            Files.createDirectories(docker());
            return Map.of("wingman.auditor.cgroup-root", System.getProperty(ROOT), "wingman.auditor.fact-at-most",
                    FACT_AT_MOST.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    /// From now on that container has so many processes.
    static void processes(String containerId, int count) {
        try {
            var folder = Files.createDirectories(docker().resolve(containerId));
            Files.writeString(folder.resolve("pids.current"), count + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path docker() {
        return Path.of(System.getProperty(ROOT), "pids", "docker");
    }
}
