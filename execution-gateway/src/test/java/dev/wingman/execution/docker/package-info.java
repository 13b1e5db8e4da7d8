/// The engine's edge over a real engine.
@NullMarked
package dev.wingman.execution.docker;

import org.jspecify.annotations.NullMarked;
