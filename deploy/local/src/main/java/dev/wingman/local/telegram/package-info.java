/// A Telegram Bot API to test against: the real one's wire format, on loopback, with faults on demand.
@NullMarked
package dev.wingman.local.telegram;

import org.jspecify.annotations.NullMarked;
