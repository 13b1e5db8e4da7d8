package dev.wingman.platform.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;

/// The buckets in Redis: one count for all replicas, by one script, by one clock.
@ApplicationScoped
class RedisBuckets {

    private static final String SCRIPT = "limits/take.lua";

    private final ReactiveRedisDataSource redis;
    private final String script = script();

    RedisBuckets(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /// How long to wait, and for which bucket.
    record Wait(Bucket bucket, Duration time) {}

    /// Takes one call from each bucket, or none from any.
    Uni<Optional<Wait>> take(List<Bucket> buckets) {
        var arguments = new ArrayList<String>(List.of(script, Integer.toString(buckets.size())));
        buckets.forEach(bucket -> arguments.add(bucket.name()));
        buckets.forEach(bucket -> {
            arguments.add(Long.toString(bucket.cost()));
            arguments.add(Long.toString(bucket.depth()));
        });
        return redis.execute("EVAL", arguments.toArray(String[]::new)).map(answer -> wait(answer, buckets));
    }

    private static Optional<Wait> wait(Response answer, List<Bucket> buckets) {
        var micros = answer.get(0).toLong();
        return micros > 0
                ? Optional.of(new Wait(buckets.get(answer.get(1).toInteger() - 1), Duration.ofNanos(micros * 1_000)))
                : Optional.empty();
    }

    private static String script() {
        try (var in = RedisBuckets.class.getClassLoader().getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is not in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
