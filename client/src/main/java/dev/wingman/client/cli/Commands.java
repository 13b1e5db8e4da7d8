package dev.wingman.client.cli;

import java.util.List;

/// A module's part of the command line, found by `java.util.ServiceLoader`: so the local stack brings its commands along, and the
/// client stays free of databases.
public interface Commands {
    /// Objects with picocli's `@Command` and a name.
    List<Object> commands();

    /// The heading under which `--help` lists them.
    default String group() {
        return "On this machine";
    }
}
