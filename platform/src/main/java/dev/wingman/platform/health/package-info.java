/// Health that tells the truth: without broker, database or a known state a service is not ready.
@NullMarked
package dev.wingman.platform.health;

import org.jspecify.annotations.NullMarked;
