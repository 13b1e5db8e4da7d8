package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The latest signed state, to be kept somewhere else.
@Command(name = "checkpoint", description = "Print the latest signed checkpoint: keep it somewhere else.")
final class LedgerCheckpoint implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Override
    public Integer call() {
        var screen = caller.screen();
        var note = Wingman.then(caller.client("sre"), client -> client.checkpoint());
        return screen.show(note, _ -> ExitCode.YES, text -> screen.line(text.stripTrailing()));
    }
}
