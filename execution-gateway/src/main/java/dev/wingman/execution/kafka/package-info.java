/// Instructions, approvals and verdicts come in.
@NullMarked
package dev.wingman.execution.kafka;

import org.jspecify.annotations.NullMarked;
