/// Forbidden actions: the text is read as a shell would read it, with every text that is nested in it, and each command is judged by
/// the [actions][dev.wingman.screening.actions] it amounts to. A sentence may rule a command out; a command line may not.
@NullMarked
package dev.wingman.screening.forbidden;

import org.jspecify.annotations.NullMarked;
