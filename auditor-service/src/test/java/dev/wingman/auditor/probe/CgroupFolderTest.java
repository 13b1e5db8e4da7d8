package dev.wingman.auditor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.auditor.domain.Pulse;

@SuppressWarnings("NullAway.Init")
class CgroupFolderTest {

    private static final String ID = "ab".repeat(32);

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"pids/docker/%s", "docker/%s", "pids/system.slice/docker-%s.scope",
            "system.slice/docker-%s.scope"})
    void countsProcessesWhereverTheEngineKeepsThem(String place) throws IOException {
        var folder = Files.createDirectories(root.resolve(place.formatted(ID)));
        Files.writeString(folder.resolve("pids.current"), "3\n");
        assertThat(pulse(ID)).isEqualTo(Pulse.ALIVE);

        Files.writeString(folder.resolve("pids.current"), "0\n");
        assertThat(pulse(ID)).isEqualTo(Pulse.GONE);
    }

    @Test
    void readsWhatVersionTwoSaysWithoutAPidsController() throws IOException {
        var folder = Files.createDirectories(root.resolve("docker").resolve(ID));
        Files.writeString(folder.resolve("cgroup.events"), "populated 1\nfrozen 0\n");
        assertThat(pulse(ID)).isEqualTo(Pulse.ALIVE);

        Files.writeString(folder.resolve("cgroup.events"), "populated 0\nfrozen 0\n");
        assertThat(pulse(ID)).isEqualTo(Pulse.GONE);
    }

    @Test
    void tellsGoneFromNotFoundFromUnreadable() throws IOException {
        assertThat(pulse(ID)).isEqualTo(Pulse.UNREADABLE);

        Files.createDirectories(root.resolve("pids"));
        assertThat(pulse(ID)).isEqualTo(Pulse.NOT_FOUND);

        Files.createDirectories(root.resolve("pids/docker"));
        assertThat(pulse(ID)).isEqualTo(Pulse.GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "../../etc", "ABAB", "web"})
    void followsNothingThatIsNoId(String id) throws IOException {
        Files.createDirectories(root.resolve("pids/docker"));

        assertThat(pulse(id)).isEqualTo(Pulse.NOT_FOUND);
    }

    private Pulse pulse(String id) {
        return new CgroupFolder(root).pulse(id);
    }
}
