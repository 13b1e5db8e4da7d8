/// When to lock and what to tell.
@NullMarked
package dev.wingman.watcher.domain;

import org.jspecify.annotations.NullMarked;
