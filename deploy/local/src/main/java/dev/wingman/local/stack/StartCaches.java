package dev.wingman.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wingman.contracts.Service;
import dev.wingman.local.parts.StartCache;

/// The start-up caches of a build. They lie in `target/start-caches` of the checkout, for all its state folders.
///
/// Only a [Training] makes them: what a stack wrote to which strangers talked is not run in the next one.
record StartCaches(Path checkout, StateFolder state, Applications applications, boolean training) {

    static final String KAFKA = "kafka";

    /// What the JVM is told: use the cache if there is one, write it if this is a training.
    Optional<String> option(String program) {
        return jars(program).map(jars -> cache(program, jars).file()).flatMap(file -> {
            if (Files.exists(file)) {
                return Optional.of("-XX:SharedArchiveFile=" + applications.readableFile(file));
            }
            return training ? Optional.of("-XX:ArchiveClassesAtExit=" + made(program)) : Optional.empty();
        });
    }

    /// The programs that start slowly: no cache fits what is built now.
    List<String> missing() {
        return programs().filter(
                program -> jars(program).map(jars -> !Files.exists(cache(program, jars).file())).orElse(false))
                .toList();
    }

    /// Takes over what a training's processes wrote. They must have ended.
    void keep() {
        programs().forEach(program -> jars(program).ifPresent(jars -> cache(program, jars).keep(made(program))));
    }

    private static Stream<String> programs() {
        return Stream.concat(Stream.of(KAFKA), Arrays.stream(Service.values()).map(Service::folder));
    }

    private StartCache cache(String program, List<Path> jars) {
        return new StartCache(checkout.resolve("target").resolve("start-caches"), program, jars);
    }

    private Path made(String program) {
        return state.run(program).resolve("start.jsa");
    }

    /// None where the class path has folders, as that of a build's own tests: the JVM caches jars alone.
    private Optional<List<Path>> jars(String program) {
        var jars = program.equals(KAFKA) ? applications.classPath() : jarsBelow(applications.built(program));
        return Optional.of(jars).filter(all -> all.stream().allMatch(Files::isRegularFile));
    }

    private static List<Path> jarsBelow(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
