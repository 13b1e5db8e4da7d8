/// Claims and instructions come in.
@NullMarked
package dev.wingman.auditor.kafka;

import org.jspecify.annotations.NullMarked;
