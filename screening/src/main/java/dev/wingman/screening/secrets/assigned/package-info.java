/// Names that mean a secret, and the values that a text gives to them.
@NullMarked
package dev.wingman.screening.secrets.assigned;

import org.jspecify.annotations.NullMarked;
