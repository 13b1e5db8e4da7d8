package dev.wingman.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.wingman.local.stack.Stack;

/// The processes of a stack, one a line.
final class StatusTable {

    private StatusTable() {}

    static void print(List<Stack.Standing> standings, PrintWriter out) {
        out.printf("%-22s %-8s %6s %8s %8s %8s%n", "", "state", "port", "pid", "memory", "up");
        for (var standing : standings) {
            out.printf("%-22s %-8s %6d %8s %8s %8s%n", standing.name(), state(standing), standing.port(),
                    standing.running() ? String.valueOf(standing.pid()) : "-",
                    standing.running() ? megabytes(standing.pid()) + " MB" : "-",
                    standing.since().map(StatusTable::age).orElse("-"));
        }
    }

    static String state(Stack.Standing standing) {
        return standing.ready() ? "ready" : standing.running() ? "starting" : "down";
    }

    /// What the process holds in memory, of Postgres without its children.
    static long megabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).sum() >> 10;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String age(Instant since) {
        var age = Duration.between(since, Instant.now());
        return age.toHours() > 0
                ? age.toHours() + " h"
                : age.toMinutes() > 0
                        ? age.toMinutes() + " min"
                        : age.toSeconds() + " s";
    }
}
