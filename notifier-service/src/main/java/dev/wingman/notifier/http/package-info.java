/// The calls.
@NullMarked
package dev.wingman.notifier.http;

import org.jspecify.annotations.NullMarked;
