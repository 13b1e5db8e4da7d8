/// The ledger's tables and the read copy of claims.
@NullMarked
package dev.wingman.claimlogger.db;

import org.jspecify.annotations.NullMarked;
