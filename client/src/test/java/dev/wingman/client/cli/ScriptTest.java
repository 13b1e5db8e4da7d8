package dev.wingman.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `wingman` script's search for a JDK: `find-jdk` prints what it would run with.
class ScriptTest {
    private record Said(int exitCode, String text) {}

    @TempDir
    Path folder = Path.of("");

    @Test
    void takesJavaHomeFirst() throws IOException, InterruptedException {
        var mine = jdk("mine", "25.0.1");

        assertThat(run(Map.of("JAVA_HOME", mine.toString(), "WINGMAN_JDKS", jdk("other", "26").toString())))
                .isEqualTo(new Said(0, mine.toString()));
    }

    @Test
    void looksInTheUsualPlacesWhenJavaHomeIsTooOld() throws IOException, InterruptedException {
        var usual = jdk("usual", "26");

        assertThat(run(Map.of("JAVA_HOME", jdk("old", "17.0.9").toString(), "WINGMAN_JDKS", usual.toString())))
                .isEqualTo(new Said(0, usual.toString()));
    }

    @Test
    void takesTheJdkOfThePath() throws IOException, InterruptedException {
        var onPath = jdk("on-path", "25");

        assertThat(run(Map.of("WINGMAN_JDKS", "", "PATH", onPath.resolve("bin") + ":" + System.getenv("PATH"))))
                .isEqualTo(new Said(0, onPath.toString()));
    }

    @Test
    void takesNoRuntimeWithoutACompiler() throws IOException, InterruptedException {
        var runtime = jdk("runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(run(Map.of("JAVA_HOME", runtime.toString(), "WINGMAN_JDKS", "", "PATH", "/usr/bin:/bin")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void saysWhatToInstallWhenThereIsNone() throws IOException, InterruptedException {
        var said = run(Map.of("JAVA_HOME", "", "WINGMAN_JDKS", jdk("old", "21").toString(), "PATH", "/usr/bin:/bin"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).contains("JDK 25", "JAVA_HOME").hasLineCount(1);
    }

    @Test
    void worksThroughALinkFromAnyFolder() throws IOException, InterruptedException {
        var mine = jdk("mine", "25");
        var link = Files.createSymbolicLink(folder.resolve("link"), script());

        assertThat(run(link, Map.of("JAVA_HOME", mine.toString()))).isEqualTo(new Said(0, mine.toString()));
    }

    private Said run(Map<String, String> environment) throws IOException, InterruptedException {
        return run(script(), environment);
    }

    private Said run(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(script.toString(), "find-jdk").directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return new Said(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = folder.toRealPath().resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        assertThat(Files.createFile(home.resolve("bin/javac")).toFile().setExecutable(true)).isTrue();
        return home;
    }

    private static Path script() {
        return Path.of("..", "wingman").toAbsolutePath().normalize();
    }
}
