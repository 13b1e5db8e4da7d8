package dev.wingman.claimlogger.domain;

import dev.wingman.contracts.WireRecord;

/// A record in its tenant's ledger.
///
/// @param index its place, from 0
public record Entry(long index, String eventId, WireRecord record, byte[] leafHash) {}
