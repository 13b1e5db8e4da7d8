/// Probes against files of the tests' own.
@NullMarked
package dev.wingman.auditor.probe;

import org.jspecify.annotations.NullMarked;
