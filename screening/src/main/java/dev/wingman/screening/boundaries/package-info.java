/// Boundaries: how a text for people names a command in order to rule it out, or tells of one without asking for it. In doubt a text
/// asks; an excuse reaches no further than what it names.
@NullMarked
package dev.wingman.screening.boundaries;

import org.jspecify.annotations.NullMarked;
