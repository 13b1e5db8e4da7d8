package dev.wingman.local.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine.Model.CommandSpec;

import dev.wingman.local.LocalFault;

/// Runs a command's body: what the user can mend becomes one line on standard error and exit code 1.
final class Spoken {

    static final int OK = 0;
    static final int FAILED = 1;
    /// What libraries tell is nothing for the user's screen; held, since a logger that nobody holds forgets its level.
    private static final Logger LIBRARIES = Logger.getLogger("");

    interface Body {
        int run(PrintWriter out);
    }

    private Spoken() {}

    static int run(CommandSpec spec, Body body) {
        LIBRARIES.setLevel(Level.SEVERE);
        try {
            int code = body.run(spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return code;
        } catch (LocalFault e) {
            return complain(spec, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return complain(spec, "a file could not be used: " + e.getMessage());
        }
    }

    private static int complain(CommandSpec spec, String message) {
        spec.commandLine().getErr().println("wingman: " + message);
        spec.commandLine().getErr().flush();
        return FAILED;
    }
}
