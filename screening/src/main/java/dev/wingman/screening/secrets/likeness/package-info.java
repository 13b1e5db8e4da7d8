/// What looks like a secret and is none: references, placeholders, words, identifiers that everybody may know.
@NullMarked
package dev.wingman.screening.secrets.likeness;

import org.jspecify.annotations.NullMarked;
