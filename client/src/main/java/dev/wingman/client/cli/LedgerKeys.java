package dev.wingman.client.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.wingman.contracts.ledger.NoteKey;

/// The public keys, to be kept somewhere else.
@Command(name = "keys", description = "Print the ledger's public keys, one a line: what `verify --key` takes.")
final class LedgerKeys implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Override
    public Integer call() {
        var screen = caller.screen();
        return screen.show(Wingman.then(caller.client("sre"), client -> client.ledgerKeys()), _ -> ExitCode.YES,
                keys -> keys.stream().map(NoteKey::text).forEach(screen::line));
    }
}
