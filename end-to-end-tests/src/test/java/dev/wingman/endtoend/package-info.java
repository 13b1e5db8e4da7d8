/// Journeys: the story of the system, part by part, over the packaged services as processes.
@NullMarked
package dev.wingman.endtoend;

import org.jspecify.annotations.NullMarked;
