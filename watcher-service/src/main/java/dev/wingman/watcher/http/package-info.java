/// The calls.
@NullMarked
package dev.wingman.watcher.http;

import org.jspecify.annotations.NullMarked;
