/// What stands around a command that is ruled out or told of: the row that it belongs to, the test that quotes it, and what asks for it after
/// all.
@NullMarked
package dev.wingman.screening.boundaries.tales;

import org.jspecify.annotations.NullMarked;
