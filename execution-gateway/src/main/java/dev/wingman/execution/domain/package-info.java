/// The drill's rules: journal and event in, what to do next out. No clock, no engine, no table.
@NullMarked
package dev.wingman.execution.domain;

import org.jspecify.annotations.NullMarked;
