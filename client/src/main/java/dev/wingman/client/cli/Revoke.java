package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes back what nobody has used yet.
@Command(name = "revoke", description = "Take an approval back that is not used yet.")
final class Revoke implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "ID", description = "the approval's id, or its beginning or end")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
    private String reason = "";

    @Override
    public Integer call() {
        var screen = caller.screen();
        var revoked = Wingman.then(caller.client("operator"),
                client -> Wingman.then(client.approvals().find(id, "PENDING", "GRANTED"),
                        approval -> client.approvals().revoke(approval.approvalId(), reason)));
        return screen.show(revoked, _ -> ExitCode.YES,
                after -> screen.line(screen.good("revoked") + "  " + after.approvalId()));
    }
}
