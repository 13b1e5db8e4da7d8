/// The channels.
@NullMarked
package dev.wingman.notifier.kafka;

import org.jspecify.annotations.NullMarked;
