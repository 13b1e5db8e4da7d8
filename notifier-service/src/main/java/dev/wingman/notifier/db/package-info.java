/// The notifier's tables.
@NullMarked
package dev.wingman.notifier.db;

import org.jspecify.annotations.NullMarked;
