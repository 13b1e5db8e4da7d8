/// Reading and judging, in milliseconds.
@NullMarked
package dev.wingman.auditor.domain;

import org.jspecify.annotations.NullMarked;
