/// The only holder of the Docker socket. It runs and is healthy; no stage is prepared yet, so that nothing can run.
@NullMarked
package dev.wingman.execution;

import org.jspecify.annotations.NullMarked;
