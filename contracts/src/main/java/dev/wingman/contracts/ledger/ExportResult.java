package dev.wingman.contracts.ledger;

/// What an offline reader makes of an export.
public sealed interface ExportResult {

    /// Every entry is the one that the checkpoint signed, in its place, and none is missing.
    record Proven(Checkpoint checkpoint) implements ExportResult {}

    /// Something is not as it was signed.
    ///
    /// @param line the first wrong line, from 1; one behind the last where something is missing at the end
    /// @param index the entry that should stand there; -1 for the header
    record Wrong(long line, long index, String why) implements ExportResult {}
}
