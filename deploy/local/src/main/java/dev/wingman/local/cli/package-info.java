/// The commands of the local stack: `up`, `down`, `status`, `logs`, `token`, `allow`, `demo`.
@NullMarked
package dev.wingman.local.cli;

import org.jspecify.annotations.NullMarked;
