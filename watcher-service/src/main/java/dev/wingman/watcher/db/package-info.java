/// The watcher's tables: written by SQL in the transaction of the inbox, read through Panache.
@NullMarked
package dev.wingman.watcher.db;

import org.jspecify.annotations.NullMarked;
