package dev.wingman.local.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `wingman down`.
@Command(name = "down", description = "end everything on this machine; the data stays")
public final class Down implements Callable<Integer> {

    @Mixin
    Where where = new Where();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return Spoken.run(spec, out -> {
            var ended = where.stack().down();
            out.println(ended.isEmpty() ? "nothing was running" : "ended: " + String.join(", ", ended));
            return Spoken.OK;
        });
    }
}
