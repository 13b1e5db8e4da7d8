/// Takes claims, and keeps the ledger: one tamper-evident Merkle log per tenant over every event of every topic.
///
/// [dev.wingman.claimlogger.ClaimLogger] takes a claim; [dev.wingman.claimlogger.Ledger] keeps what stands on the topics;
/// [dev.wingman.claimlogger.LedgerView] proves it.
@NullMarked
package dev.wingman.claimlogger;

import org.jspecify.annotations.NullMarked;
