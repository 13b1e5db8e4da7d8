/// The approval service on its real parts.
@NullMarked
package dev.wingman.approval;

import org.jspecify.annotations.NullMarked;
