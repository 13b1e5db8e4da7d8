/// Signed events: whoever can write a topic must not be able to command.
@NullMarked
package dev.wingman.contracts.signature;

import org.jspecify.annotations.NullMarked;
