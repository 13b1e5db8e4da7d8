package dev.wingman.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.wingman.local.LocalFault;

/// A process that outlives whoever started it. It is known by its pid and its start time, so that a pid given to
/// somebody else later is never mistaken for it.
public record Daemon(long pid, Instant started) {

    private static final long LONG_LOG_BYTES = 20L << 20;

    /// What to run, where, as whom, and where its output goes.
    public record Order(List<String> command, Path folder, Path log, Map<String, String> environment,
            Account account) {}

    /// Starts in a session of its own: no terminal's Ctrl-C reaches it. Its environment holds only what the order says
    /// and what a program needs to find its way.
    public static Daemon start(Order order) {
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(order.account().wrap(order.command()));
        var builder = new ProcessBuilder(command).directory(order.folder().toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(order.log().toFile()));
        makeRoom(order.log());
        var path = builder.environment().getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LANG", "C.UTF-8", "TZ", "UTC"));
        builder.environment().putAll(order.environment());
        try {
            var process = builder.start();
            return new Daemon(process.pid(), startOf(process.toHandle()).orElse(Instant.EPOCH));
        } catch (IOException e) {
            throw new LocalFault("cannot run " + command.getFirst() + ": " + e.getMessage()
                    + "; install util-linux (setsid, setpriv, unshare)", e);
        }
    }

    /// One older log is kept beside a long one.
    private static void makeRoom(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LONG_LOG_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process that an earlier run wrote down, if it still lives.
    public static Optional<Daemon> recorded(Path record) {
        try {
            if (!Files.exists(record)) {
                return Optional.empty();
            }
            var words = Files.readString(record).strip().split(" ", 2);
            return Optional.of(new Daemon(Long.parseLong(words[0]), Instant.parse(words[1]))).filter(Daemon::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void record(Path record) {
        try {
            Files.writeString(record, pid + " " + started + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /// Asks it to end, and after `patience` ends it.
    public void stop(Duration patience) {
        handle().ifPresent(process -> {
            process.destroy();
            if (!gone(process, patience)) {
                kill();
            }
        });
    }

    /// `kill -9`; returns when it is gone and so are its children, who may still hold its files.
    public void kill() {
        handle().ifPresent(process -> {
            var children = process.descendants().toList();
            process.destroyForcibly();
            gone(process, Duration.ofSeconds(10));
            children.forEach(child -> gone(child, Duration.ofSeconds(5)));
        });
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).map(started::equals).orElse(false));
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
