package dev.wingman.auditor.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.Running;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// Processes of this host, by `/proc` and without a search command, so that no search finds itself. The auditor's own process never counts, nor
/// does one that has ended and waits for its parent. A `command` is the first words of a command line, not any text in it: otherwise the very
/// call that claims it would be found.
@ApplicationScoped
class ProcessProbe implements Probe<Predicate.Process> {

    private static final Path PROC = Path.of("/proc");

    private record Seen(String state, String shortName, List<String> words) {}

    @Override
    public Class<Predicate.Process> type() {
        return Predicate.Process.class;
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Observation look(Predicate.Process process, Site site) {
        var self = Long.toString(ProcessHandle.current().pid());
        var count = 0;
        try (var all = Files.newDirectoryStream(PROC, ProcessProbe::numbered)) {
            for (var one : all) {
                var pid = one.getFileName().toString();
                if (!pid.equals(self) && seen(one).filter(found -> fits(process, pid, found)).isPresent()) {
                    count++;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return new Unseen("this host shows no processes");
        }
        return count > 0 ? new Running(count) : new Absent();
    }

    private static boolean numbered(Path entry) {
        return entry.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    /// A process that ends while it is looked at is not there.
    private static Optional<Seen> seen(Path process) {
        try {
            var stat = new String(Files.readAllBytes(process.resolve("stat")),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            var open = stat.indexOf('(');
            var close = stat.lastIndexOf(')');
            if (open < 0 || close < open || close + 3 > stat.length()) {
                return Optional.empty();
            }
            var line = new String(Files.readAllBytes(process.resolve("cmdline")),
                    java.nio.charset.StandardCharsets.UTF_8);
            return Optional.of(new Seen(stat.substring(close + 2, close + 3), stat.substring(open + 1, close),
                    line.isEmpty() ? List.of() : List.of(line.split("\0"))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(Predicate.Process wanted, String pid, Seen seen) {
        if (seen.state().equals("Z") || seen.state().equals("X")) {
            return false;
        }
        return wanted.pid().map(number -> pid.equals(number.toString()))
                .or(() -> wanted.name().map(name -> named(name, seen)))
                .orElseGet(() -> starts(wanted.command().orElse("").strip(), seen.words()));
    }

    private static boolean named(String name, Seen seen) {
        return name.equals(seen.shortName()) || !seen.words().isEmpty() && name.equals(base(seen.words().getFirst()));
    }

    private static boolean starts(String command, List<String> words) {
        if (words.isEmpty() || command.isEmpty()) {
            return false;
        }
        var line = String.join(" ", words) + " ";
        var rest = line.substring(words.getFirst().length());
        return line.startsWith(command + " ") || (base(words.getFirst()) + rest).startsWith(command + " ");
    }

    private static String base(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
