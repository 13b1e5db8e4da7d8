/// The launcher: the real parts and the seven services as processes of their own, each with its own account, keys and folder.
@NullMarked
package dev.wingman.local.stack;

import org.jspecify.annotations.NullMarked;
