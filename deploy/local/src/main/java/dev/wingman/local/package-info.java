/// The whole of Wingman on one machine: real parts from packages, the launcher, and what tests need of them.
@NullMarked
package dev.wingman.local;

import org.jspecify.annotations.NullMarked;
