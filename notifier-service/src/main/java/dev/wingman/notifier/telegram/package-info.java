/// The Bot API.
@NullMarked
package dev.wingman.notifier.telegram;

import org.jspecify.annotations.NullMarked;
