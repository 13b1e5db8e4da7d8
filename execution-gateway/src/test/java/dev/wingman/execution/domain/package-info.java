/// The drill's rules, as sentences.
@NullMarked
package dev.wingman.execution.domain;

import org.jspecify.annotations.NullMarked;
