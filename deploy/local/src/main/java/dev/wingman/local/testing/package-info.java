/// What a service's tests need: the three real parts, tokens, and a look into the topics.
@NullMarked
package dev.wingman.local.testing;

import org.jspecify.annotations.NullMarked;
