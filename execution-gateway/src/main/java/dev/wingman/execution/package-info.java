/// The only holder of the Docker socket: prepares, runs and journals the stages of drills, each on its own redeemed grant.
@NullMarked
package dev.wingman.execution;

import org.jspecify.annotations.NullMarked;
