/// See the package of the same name in `src/main`.
@NullMarked
package dev.wingman.local.registry;

import org.jspecify.annotations.NullMarked;
