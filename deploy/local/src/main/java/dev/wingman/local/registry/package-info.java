/// Tokens of the local stack, and the registry entry that each of them needs.
@NullMarked
package dev.wingman.local.registry;

import org.jspecify.annotations.NullMarked;
