/// Actions that no command names as its own: what a loop goes through, what a variable or a setting makes another program run, and what
/// code puts together where it runs it, or fields and arrays hold.
@NullMarked
package dev.wingman.screening.indirect;

import org.jspecify.annotations.NullMarked;
