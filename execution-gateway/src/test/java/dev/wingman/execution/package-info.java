/// The gateway over a real engine, broker and database.
@NullMarked
package dev.wingman.execution;

import org.jspecify.annotations.NullMarked;
