/// What travels between the services. [dev.wingman.contracts.Event] is everything that may stand on a topic,
/// [dev.wingman.contracts.Topic] where, [dev.wingman.contracts.Codec] in which bytes. Plain Java.
@NullMarked
package dev.wingman.contracts;

import org.jspecify.annotations.NullMarked;
