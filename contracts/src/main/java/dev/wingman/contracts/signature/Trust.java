package dev.wingman.contracts.signature;

/// Whether a record may be believed to come from the service that its topic belongs to.
public sealed interface Trust {

    /// Its writer's signature stands, or none is asked for.
    record Trusted() implements Trust {}

    /// Somebody else wrote it, or changed it.
    record Untrusted(String why) implements Trust {}
}
