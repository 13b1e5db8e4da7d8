/// What the approval service hears.
@NullMarked
package dev.wingman.approval.kafka;

import org.jspecify.annotations.NullMarked;
