package dev.wingman.platform.limits;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The buckets in this replica's memory, for while Redis is away. Several replicas then let through as many times the rate.
final class LocalBuckets {

    private static final int MANY = 10_000;

    private final Map<String, Long> fullAt = new HashMap<>();

    /// Takes one call from each bucket, or none from any and says how long to wait.
    ///
    /// @param now microseconds of any clock that only goes forward
    synchronized Optional<Duration> take(List<Bucket> buckets, long now) {
        var wait = buckets.stream().mapToLong(bucket -> bucket.wait(heldOf(bucket), now)).max().orElse(0);
        if (wait > 0) {
            return Optional.of(Duration.ofNanos(wait * 1_000));
        }
        buckets.forEach(bucket -> fullAt.put(bucket.name(), bucket.fullAfter(heldOf(bucket), now)));
        if (fullAt.size() > MANY) {
            fullAt.values().removeIf(full -> full <= now);
        }
        return Optional.empty();
    }

    synchronized int size() {
        return fullAt.size();
    }

    private long heldOf(Bucket bucket) {
        return fullAt.getOrDefault(bucket.name(), Long.MIN_VALUE);
    }
}
