/// What a claim must be, and how a Merkle log grows. Values in, values out.
@NullMarked
package dev.wingman.claimlogger.domain;

import org.jspecify.annotations.NullMarked;
