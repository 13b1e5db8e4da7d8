package dev.wingman.local.parts;

import java.nio.file.Path;
import java.util.List;

/// One of the three real parts: how it is prepared, which command runs it, and whether it answers.
public sealed interface Part permits KafkaBroker, PostgresServer, RedisServer {

    String name();

    /// The loopback port that its clients use.
    int port();

    /// Its own folder: settings, data, nothing of anybody else.
    Path folder();

    Account account();

    /// Makes what the first start needs and rewrites what depends on the settings; harmless when repeated.
    void prepare();

    /// The command that runs it in the foreground. Never holds a secret.
    List<String> command();

    /// True when it answers a real request now.
    boolean ready();
}
