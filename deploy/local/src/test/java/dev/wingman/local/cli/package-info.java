/// Tests of the commands that need no stack.
@NullMarked
package dev.wingman.local.cli;

import org.jspecify.annotations.NullMarked;
