package dev.wingman.platform.events;

import java.time.Duration;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.WireRecord;

/// A piece of work in hand.
///
/// @param attempts how often it was taken before
/// @param failures how often it failed before
/// @param waited how long since the event was admitted; on parking see `parkedAtMost`
public record WorkItem(Envelope<? extends Event> envelope, WireRecord record, int attempts, int failures,
        Duration waited) {}
