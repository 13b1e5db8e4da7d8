/// What people read.
@NullMarked
package dev.wingman.notifier.domain;

import org.jspecify.annotations.NullMarked;
