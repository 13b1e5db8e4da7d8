package dev.wingman.platform.limits;

import java.time.Duration;

/// Who is counted, and how many calls a minute he has. Ten seconds' worth may come at once, or sixty calls if that is more; after that each call waits until
/// one more has run in (the generic cell rate algorithm: all that is remembered is the time at which the bucket will be full again).
///
/// @param name stands in Redis
record Bucket(String name, int perMinute) {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos() / 1_000;

    private static final int LEAST_BURST = 60;

    /// Microseconds until one more call has run in.
    long interval() {
        return MINUTE / perMinute;
    }

    /// How many may come at once: what a service can work off before others feel it.
    private int burst() {
        return Math.min(perMinute, Math.max(LEAST_BURST, perMinute / 6));
    }

    /// How far ahead of the clock a bucket may be promised, in microseconds.
    long depth() {
        return interval() * burst();
    }

    /// When the bucket is full again once one more call is taken from it.
    long fullAfter(long fullAt, long now) {
        return Math.max(fullAt, now) + interval();
    }

    /// How long a call must wait, in microseconds; not at all where this is not positive.
    long wait(long fullAt, long now) {
        return fullAfter(fullAt, now) - depth() - now;
    }
}
