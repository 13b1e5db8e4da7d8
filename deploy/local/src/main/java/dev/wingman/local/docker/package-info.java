/// What the local stack and its demo need of a Docker engine: where its socket is, and a container to practise on. Drills themselves
/// go through the gateway alone.
@NullMarked
package dev.wingman.local.docker;

import org.jspecify.annotations.NullMarked;
