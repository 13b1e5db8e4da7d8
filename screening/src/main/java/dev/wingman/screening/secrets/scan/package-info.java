/// What knows nothing of secrets: the text as a reader takes it, the keywords in it, shapes and letters.
@NullMarked
package dev.wingman.screening.secrets.scan;

import org.jspecify.annotations.NullMarked;
