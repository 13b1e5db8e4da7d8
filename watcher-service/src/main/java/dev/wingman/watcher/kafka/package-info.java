/// The channels.
@NullMarked
package dev.wingman.watcher.kafka;

import org.jspecify.annotations.NullMarked;
