/// See the package of the same name in `src/main`.
@NullMarked
package dev.wingman.local.stack;

import org.jspecify.annotations.NullMarked;
