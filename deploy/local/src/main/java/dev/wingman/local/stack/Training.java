package dev.wingman.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.wingman.local.LocalFault;
import dev.wingman.local.parts.Programs;

/// Makes the start-up caches of a build: a stack that nobody knows starts in a folder of its own, on free ports, writes
/// what its programs loaded, and is removed. `wingman build` calls it; without caches everything works, only slower.
public final class Training {

    /// Each program writes its cache when it ends, all at once.
    private static final Duration FAREWELL = Duration.ofMinutes(4);
    /// What libraries tell is nothing for the user's screen; held, since a logger that nobody holds forgets its level.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private final Path folder;
    private final Stack stack;
    private boolean ended;

    private Training(Path folder, Stack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    public static void main(String... arguments) {
        LIBRARIES.setLevel(Level.OFF);
        var told = learn(Path.of(arguments[0]).toAbsolutePath());
        if (!told.isEmpty()) {
            System.err.println(told);
        }
    }

    /// What came of it, in one line; nothing where nothing was to learn.
    static String learn(Path checkout) {
        var begin = Instant.now();
        try {
            var trained = train(checkout);
            return trained.isEmpty()
                    ? ""
                    : "wingman: %d programs learned in %d s".formatted(trained.size(),
                            Duration.between(begin, Instant.now()).toSeconds());
        } catch (LocalFault | IOException | UncheckedIOException e) {
            return "wingman: starts stay slow until the next `wingman build`, learning failed: " + e.getMessage();
        }
    }

    /// The programs that got a cache.
    static List<String> train(Path checkout) throws IOException {
        var folder = Files.createTempDirectory("wingman-learns-").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var training = new Training(folder, new Stack(checkout, Optional.of(folder.resolve("state"))));
        var interrupted = new Thread(training::interrupted, "clean up");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return training.run();
        } finally {
            training.end();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private List<String> run() {
        var missing = stack.startCaches(true).missing();
        if (missing.isEmpty()) {
            return missing;
        }
        stack.up(new Stack.Wish(PortPlan.free().base(), List.of(), true, Map.of(), false));
        stack.down(FAREWELL);
        var caches = stack.startCaches(true);
        caches.keep();
        var still = caches.missing();
        return missing.stream().filter(program -> !still.contains(program)).toList();
    }

    private void interrupted() {
        stack.abandon();
        end();
    }

    /// Once, and whoever comes second waits until it is done.
    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        stack.down(Duration.ZERO);
        try {
            Programs.delete(folder);
        } catch (IOException e) {
            System.err.println("wingman: cannot remove " + folder + ": " + e.getMessage());
        }
    }
}
