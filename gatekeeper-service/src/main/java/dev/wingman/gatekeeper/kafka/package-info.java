/// The own topic, for the read copy.
@NullMarked
package dev.wingman.gatekeeper.kafka;

import org.jspecify.annotations.NullMarked;
