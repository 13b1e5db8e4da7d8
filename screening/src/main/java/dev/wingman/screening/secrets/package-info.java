/// Secrets: one pass for every rule's keywords, then the rule's expression on a bounded stretch round each keyword.
@NullMarked
package dev.wingman.screening.secrets;

import org.jspecify.annotations.NullMarked;
