package dev.wingman.watcher.domain;

/// Text that every table and every messenger takes.
public final class Plain {

    private Plain() {}

    /// Without the one character that Postgres refuses: nobody escapes a lock by putting it into a name.
    public static String text(String untrusted) {
        return untrusted.replace('\0', '\uFFFD');
    }
}
