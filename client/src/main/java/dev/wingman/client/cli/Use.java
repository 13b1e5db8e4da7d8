package dev.wingman.client.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.wingman.contracts.Ids;

/// A worker redeems the approval of its command, once.
@Command(name = "use", description = "Redeem the approval of a command, once: prints the grant.")
final class Use implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "ID", description = "the approval's id, or its beginning or end")
    private String id = "";

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "makes a repeat get the same answer")
    private Optional<String> idempotencyKey = Optional.empty();

    @Override
    public Integer call() {
        var screen = caller.screen();
        var key = idempotencyKey.orElseGet(() -> Ids.first(Instant.now()).toString());
        var used = Wingman.then(caller.client("worker"),
                client -> Wingman.then(client.approvals().find(id, "GRANTED"),
                        approval -> client.approvals().use(approval.approvalId(), key)));
        return screen.show(used, _ -> ExitCode.YES, screen::line);
    }
}
