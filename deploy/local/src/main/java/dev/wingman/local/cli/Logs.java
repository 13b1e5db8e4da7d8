package dev.wingman.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.wingman.local.LocalFault;

/// `wingman logs SERVICE`.
@Command(name = "logs", description = "what a service or part printed")
public final class Logs implements Callable<Integer> {

    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    @Mixin
    Where where = new Where();

    @Parameters(paramLabel = "SERVICE", description = "a service's folder name, or kafka, postgres, redis")
    String service = "";

    @Option(names = {"-n", "--lines"}, description = "how many of the last lines (default: ${DEFAULT-VALUE})")
    int lines = 200;

    @Option(names = {"-f", "--follow"}, description = "go on as more comes")
    boolean follow;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, out -> {
            var log = where.stack().log(service);
            if (!Files.exists(log)) {
                throw new LocalFault(service + " never ran here: " + where.command("up") + " starts it");
            }
            return show(log, out);
        });
    }

    private int show(Path log, PrintWriter out) {
        try (var reader = Files.newBufferedReader(log)) {
            var all = reader.lines().toList();
            all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
            out.flush();
            while (follow) {
                var line = reader.readLine();
                if (line == null) {
                    out.flush();
                    LockSupport.parkNanos(PAUSE_NANOS);
                } else {
                    out.println(line);
                }
            }
            return Spoken.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
