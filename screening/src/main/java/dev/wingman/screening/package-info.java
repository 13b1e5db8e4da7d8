/// Finds secrets and forbidden actions in text, before that text goes anywhere. Plain Java, immutable, linear in the length of
/// whatever it is given; [Screening] is the only door.
@NullMarked
package dev.wingman.screening;

import org.jspecify.annotations.NullMarked;
