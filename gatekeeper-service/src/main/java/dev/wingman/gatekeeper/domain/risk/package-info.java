/// Reads from words and commands how much could be lost.
@NullMarked
package dev.wingman.gatekeeper.domain.risk;

import org.jspecify.annotations.NullMarked;
