/// The story that shows what Wingman does, played on a stack of its own.
@NullMarked
package dev.wingman.local.demo;

import org.jspecify.annotations.NullMarked;
