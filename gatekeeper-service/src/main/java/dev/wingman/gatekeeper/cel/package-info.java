/// The tenants' rules in CEL (docs/decisions/0019): a language without input, output and loops, in a subset whose values cannot grow.
@NullMarked
package dev.wingman.gatekeeper.cel;

import org.jspecify.annotations.NullMarked;
