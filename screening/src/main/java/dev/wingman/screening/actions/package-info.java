/// The actions that no instruction may ask for, and how a command is known to be one of them: most by a line of `actions.tsv`,
/// the rest, where words alone do not tell, by a rule of their own.
@NullMarked
package dev.wingman.screening.actions;

import org.jspecify.annotations.NullMarked;
