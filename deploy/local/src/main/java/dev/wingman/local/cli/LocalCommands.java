package dev.wingman.local.cli;

import java.util.List;

import dev.wingman.client.cli.Commands;

/// Brings the local stack's commands to the `wingman` command line.
public final class LocalCommands implements Commands {

    @Override
    public List<Object> commands() {
        return List.of(new Up(), new Down(), new Status(), new Logs(), new Token(), new Allow(), new Demo());
    }
}
