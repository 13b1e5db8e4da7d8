/// The auditor against real parts.
@NullMarked
package dev.wingman.auditor;

import org.jspecify.annotations.NullMarked;
