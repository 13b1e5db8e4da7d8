/// Reads text as a shell would: letters, quotes, expansions, commands. It judges nothing; what it cannot work out it says.
/// Every pass is linear, nesting is bounded, and each word knows where it stands in the original text.
@NullMarked
package dev.wingman.screening.shell;

import org.jspecify.annotations.NullMarked;
