/// The auditor: a claim comes in, probes look at reality, one verdict goes out.
@NullMarked
package dev.wingman.auditor;

import org.jspecify.annotations.NullMarked;
