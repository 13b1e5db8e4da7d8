/// Where what comes in pairs ends: quotes, brackets, the backticks of inline code.
@NullMarked
package dev.wingman.screening.shell.pairs;

import org.jspecify.annotations.NullMarked;
