package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The tamper-evident record.
@Command(name = "ledger", description = "Export, verify and read the tamper-evident ledger.", subcommands = {
        LedgerExport.class, LedgerVerify.class, LedgerCheckpoint.class, LedgerKeys.class})
final class Ledger implements Callable<Integer> {
    @Spec
    @Nullable
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command before it runs it");
        }
        throw new ParameterException(spec.commandLine(), "say what: export, verify, checkpoint or keys");
    }
}
