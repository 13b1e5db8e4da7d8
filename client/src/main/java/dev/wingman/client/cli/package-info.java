/// The `wingman` command line. Each command is one class; other modules add theirs as [Commands].
@NullMarked
package dev.wingman.client.cli;

import org.jspecify.annotations.NullMarked;
