/// Secrets: one pass for every rule's keywords, then the rule's own look at a bounded stretch round each.
@NullMarked
package dev.wingman.screening.secrets;

import org.jspecify.annotations.NullMarked;
