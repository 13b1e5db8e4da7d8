package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The registry of tenants.
@Command(name = "tenant", description = "Show a tenant's registry entry; change it by a file.", subcommands = {
        TenantShow.class, TenantApply.class})
final class TenantCommand implements Callable<Integer> {
    @Spec
    @Nullable
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command before it runs it");
        }
        throw new ParameterException(spec.commandLine(), "say what: show or apply");
    }
}
