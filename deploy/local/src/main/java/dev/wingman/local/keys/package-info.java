/// Keys of a local stack: the issuer's RS256 key for tokens, and an Ed25519 key per service for signed events.
@NullMarked
package dev.wingman.local.keys;

import org.jspecify.annotations.NullMarked;
