/// The execution journal, and the recorded definitions, encrypted.
@NullMarked
package dev.wingman.execution.db;

import org.jspecify.annotations.NullMarked;
