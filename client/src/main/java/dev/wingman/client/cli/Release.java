package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks for the end of a lock. It is itself an approval: the auditor looks again, then humans decide.
@Command(name = "release", description = "Ask for the end of a worker's lock.")
final class Release implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "WORKER", description = "who is locked")
    private String worker = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why it may work again")
    private String reason = "";

    @Override
    public Integer call() {
        var screen = caller.screen();
        var opened = Wingman.then(caller.client("operator"), client -> client.approvals().release(worker, reason));
        return screen.show(opened, _ -> ExitCode.YES,
                id -> screen.line(screen.good("asked") + "  decide it with: wingman approve " + Screen.clean(id)));
    }
}
