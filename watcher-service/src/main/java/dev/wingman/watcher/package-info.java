/// Turns verdicts, rejections and dead letters into alerts and lockdowns, and shows SREs what happens.
@NullMarked
package dev.wingman.watcher;

import org.jspecify.annotations.NullMarked;
