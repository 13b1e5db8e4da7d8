/// Every topic comes in here.
@NullMarked
package dev.wingman.claimlogger.kafka;

import org.jspecify.annotations.NullMarked;
