package dev.wingman.client.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.wingman.contracts.VoteRecorded.Choice;

/// A human's no. One is enough, so nobody is asked twice.
@Command(name = "deny", description = "Say no to what is asked, and why.")
final class Deny implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "ID", description = "the approval's id, or its beginning or end")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; the worker reads it")
    private String reason = "";

    @Override
    public Integer call() {
        var screen = caller.screen();
        var denied = Wingman.then(caller.client("operator"),
                client -> Wingman.then(client.approvals().find(id, "PENDING"), approval -> {
                    new Card(screen, screen::beside).show(approval);
                    return client.approvals().decide(approval.approvalId(), Choice.DENY, Optional.of(reason),
                            approval.seenDigest());
                }));
        return screen.show(denied, _ -> ExitCode.YES, after -> screen
                .line(screen.good("your no counts") + "  " + after.approvalId() + "  " + after.state()));
    }
}
