package dev.wingman.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.wingman.local.stack.Stack;

/// `wingman status`: exit code 0 when everything is ready.
@Command(name = "status", description = "who runs, on which port, since when")
public final class Status implements Callable<Integer> {

    @Mixin
    Where where = new Where();

    @Option(names = "--json", description = "for programs")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, out -> {
            var standings = where.stack().status();
            print(standings, out);
            if (!json && !where.stack().engine().isEmpty()) {
                out.println(where.stack().engine());
            }
            return standings.stream().allMatch(Stack.Standing::ready) ? Spoken.OK : Spoken.FAILED;
        });
    }

    private void print(List<Stack.Standing> standings, PrintWriter out) {
        if (!json) {
            StatusTable.print(standings, out);
            return;
        }
        out.println(standings.stream()
                .map(standing -> "{\"name\":\"%s\",\"state\":\"%s\",\"port\":%d,\"pid\":%d,\"memory_mb\":%d}".formatted(
                        standing.name(), StatusTable.state(standing), standing.port(), standing.pid(),
                        StatusTable.megabytes(standing.pid())))
                .collect(Collectors.joining(",", "[", "]")));
    }
}
