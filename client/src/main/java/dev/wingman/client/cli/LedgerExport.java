package dev.wingman.client.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes the tenant's ledger along.
@Command(name = "export", description = "Write the tenant's whole ledger to a file; it appears only when it is complete.")
final class LedgerExport implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to, such as claims_audit.jsonl")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        var screen = caller.screen();
        var written = Wingman.then(caller.client("sre"), client -> client.exportLedger(file))
                .map((size, _) -> size);
        return screen.show(written, _ -> ExitCode.YES,
                size -> screen.line(screen.good("written") + "  " + file + "  " + size + " bytes"));
    }
}
