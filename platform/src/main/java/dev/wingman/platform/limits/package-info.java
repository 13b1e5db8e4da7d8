/// How often, and how many at once: a loud worker or tenant is told to wait before it costs the others anything.
@NullMarked
package dev.wingman.platform.limits;

import org.jspecify.annotations.NullMarked;
