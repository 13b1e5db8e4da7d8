/// Events in and out. In: [dev.wingman.platform.events.Inbox] for work channels, [dev.wingman.platform.events.StateChannel] for state topics.
/// Out: [dev.wingman.platform.events.Outbox] with its relay where tables change, [dev.wingman.platform.events.Publisher] at the HTTP ingress.
/// [dev.wingman.platform.events.WorkRows] for effects outside.
@NullMarked
package dev.wingman.platform.events;

import org.jspecify.annotations.NullMarked;
