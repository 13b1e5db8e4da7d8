/// A tenant's own rules: what they may look at, and what follows where they hold. How they are written is not known here.
@NullMarked
package dev.wingman.gatekeeper.domain.policy;

import org.jspecify.annotations.NullMarked;
