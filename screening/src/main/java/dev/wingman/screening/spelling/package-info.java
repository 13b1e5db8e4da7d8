/// Ways to spell the same text: look-alike and invisible letters, letters by number, texts in another alphabet.
@NullMarked
package dev.wingman.screening.spelling;

import org.jspecify.annotations.NullMarked;
