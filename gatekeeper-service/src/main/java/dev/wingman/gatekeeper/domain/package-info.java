/// The rules of the gate: values in, values out.
@NullMarked
package dev.wingman.gatekeeper.domain;

import org.jspecify.annotations.NullMarked;
