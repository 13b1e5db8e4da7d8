/// The sentences by which a text rules a command out, as a closed grammar: `forms.tsv` has it, an automaton reads it.
@NullMarked
package dev.wingman.screening.boundaries.forms;

import org.jspecify.annotations.NullMarked;
