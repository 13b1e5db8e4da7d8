/// The eyes: one class for each type of predicate. They say what they saw and judge nothing.
@NullMarked
package dev.wingman.auditor.probe;

import org.jspecify.annotations.NullMarked;
