package dev.wingman.client.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Runs one command line as a person would, and keeps what it said.
record Terminal(int exitCode, String out, String err) {
    static Terminal runs(URI address, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", address.toString(), "--token", "a.b.c"));
        return run(false, all.toArray(String[]::new));
    }

    static Terminal run(boolean colours, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var asked = Wingman.asked(arguments);
        var code = Wingman.commandLine(colours, asked).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(asked);
        return new Terminal(code, out.toString(), err.toString());
    }
}
