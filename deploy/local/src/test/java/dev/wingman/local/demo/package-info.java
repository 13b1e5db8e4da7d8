/// Tests of what the demo plays on, and of how it tells.
@NullMarked
package dev.wingman.local.demo;

import org.jspecify.annotations.NullMarked;
