package dev.wingman.platform.limits;

import java.time.Duration;

/// Who is counted, and how many calls a minute he has. Ten seconds' worth may come at once, or sixty calls if that is more; after that each call waits until
/// one more has run in (the generic cell rate algorithm: all that is remembered is the time at which the bucket will be full again).
///
/// @param name stands in Redis
/// @param weight of this call: one for each 32 KiB of its body that it begins
record Bucket(String name, int perMinute, int weight) {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos() / 1_000;

    private static final int LEAST_BURST = 60;
    private static final int UNIT = 32 * 1024;
    private static final int HEAVIEST = 8;

    /// A call of a small body.
    Bucket(String name, int perMinute) {
        this(name, perMinute, 1);
    }

    /// What a call weighs whose body has so many bytes: work follows the bytes.
    ///
    /// @param bytes negative where nobody says
    static int weight(long bytes) {
        return bytes < 0 || bytes > HEAVIEST * UNIT ? HEAVIEST : (int) Math.max(1, (bytes + UNIT - 1) / UNIT);
    }

    /// Microseconds that this call takes: until as much has run in. None weighs more than what may come at once.
    long cost() {
        return interval() * Math.min(weight, burst());
    }

    private long interval() {
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

    /// When the bucket is full again once this call is taken from it.
    long fullAfter(long fullAt, long now) {
        return Math.max(fullAt, now) + cost();
    }

    /// How long a call must wait, in microseconds; not at all where this is not positive.
    long wait(long fullAt, long now) {
        return fullAfter(fullAt, now) - depth() - now;
    }
}
