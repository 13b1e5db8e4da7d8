/// The Docker Engine API by typed calls: no shell, no forwarded body, no pull.
@NullMarked
package dev.wingman.execution.docker;

import org.jspecify.annotations.NullMarked;
