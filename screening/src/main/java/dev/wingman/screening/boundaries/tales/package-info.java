/// Texts that tell of a command and ask for nothing: reports of what went wrong, what a gate answers, what a test hands to a check.
@NullMarked
package dev.wingman.screening.boundaries.tales;

import org.jspecify.annotations.NullMarked;
