package dev.wingman.contracts;

/// What a reader makes of a record.
public sealed interface Decoded {

    /// An event that this version knows.
    record Known(Envelope<? extends Event> envelope) implements Decoded {}

    /// A type that this version does not know: skipped by everybody but the ledger.
    record Unknown(String type) implements Decoded {}

    /// Not an event at all; it goes to the dead letters.
    record Malformed(String why) implements Decoded {}
}
