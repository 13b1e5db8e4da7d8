/// The calls of `/v1/claims` and `/v1/ledger`.
@NullMarked
package dev.wingman.claimlogger.http;

import org.jspecify.annotations.NullMarked;
