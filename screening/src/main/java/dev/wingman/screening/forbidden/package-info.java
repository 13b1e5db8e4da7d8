/// Forbidden actions: the text is read as a shell would read it, command by command, and each command is judged by its words.
/// Quotes, backslashes and invisible characters hide nothing, since they are gone before anything is judged.
@NullMarked
package dev.wingman.screening.forbidden;

import org.jspecify.annotations.NullMarked;
