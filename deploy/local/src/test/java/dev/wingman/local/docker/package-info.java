/// Tests of the few calls to a Docker engine.
@NullMarked
package dev.wingman.local.docker;

import org.jspecify.annotations.NullMarked;
