package dev.wingman.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import dev.wingman.local.LocalFault;

/// Starts parts and waits until each answers. `folder` keeps who runs (`NAME.pid`) and what it printed (`NAME.log`).
public record Starter(Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();
    /// A part that was killed may leave children that hold its files for a moment: it is given another try.
    private static final int TRIES = 4;
    private static final int TOLD_LINES = 3;

    /// Starts what does not run yet, all at once, and returns when all answer.
    public void start(List<? extends Part> parts) {
        Together.run(parts.stream().map(part -> (Runnable) () -> start(part)).toList());
    }

    /// Starts it if it does not run, and returns when it answers.
    public Daemon start(Part part) {
        var running = Daemon.recorded(record(part.name()));
        if (running.isPresent() && answers(part, running.get())) {
            return running.get();
        }
        part.prepare();
        if (!Ports.isFree(part.port())) {
            throw new LocalFault("port " + part.port() + " (" + part.name() + ") is in use");
        }
        for (int attempt = 1;; attempt++) {
            var daemon = Daemon.start(new Daemon.Order(part.command(), part.folder(), log(part.name()), Map.of(),
                    part.account()));
            daemon.record(record(part.name()));
            if (answers(part, daemon)) {
                return daemon;
            }
            daemon.kill();
            if (attempt == TRIES) {
                throw new LocalFault(part.name() + " does not start: " + lastWords(log(part.name())) + " (see "
                        + log(part.name()) + ")");
            }
        }
    }

    /// `NAME.pid`: the process, as it was last started.
    public Path record(String name) {
        return folder.resolve(name + ".pid");
    }

    public Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static boolean answers(Part part, Daemon daemon) {
        var until = Instant.now().plus(PATIENCE);
        while (daemon.isAlive() && Instant.now().isBefore(until)) {
            if (part.ready()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    /// The end of a log in one line.
    public static String lastWords(Path log) {
        try {
            var lines = Files.exists(log)
                    ? Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList()
                    : List.<String>of();
            return lines.isEmpty()
                    ? "it said nothing"
                    : String.join(" / ", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }
}
