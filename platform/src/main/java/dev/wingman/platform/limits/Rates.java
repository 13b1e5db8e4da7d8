package dev.wingman.platform.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.TenantSet;
import dev.wingman.contracts.Tier;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.events.States;

/// Whether a caller and its tenant may call once more. Redis counts for all replicas; while it is away each replica counts for itself.
@ApplicationScoped
class Rates {

    private static final Logger LOG = Logger.getLogger(Rates.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long LEFT_ALONE = Duration.ofSeconds(1).toNanos() / 1_000;
    private static final int MANY = 10_000;

    private final LimitSettings limits;
    private final PlatformSettings settings;
    private final States states;
    private final RedisBuckets redis;
    private final LocalBuckets local = new LocalBuckets();
    /// Who was told to wait, and until when: he costs no question until then.
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private volatile long aloneUntil = Long.MIN_VALUE;

    Rates(LimitSettings limits, PlatformSettings settings, States states, RedisBuckets redis) {
        this.limits = limits;
        this.settings = settings;
        this.states = states;
        this.redis = redis;
    }

    /// How long somebody still has to wait who was told so before: it costs nothing to ask.
    Optional<Duration> stillWaits(Calls calls, Identifier tenant, Identifier caller) {
        var now = micros();
        var waits = buckets(calls, tenant, caller).stream()
                .mapToLong(bucket -> waiting.getOrDefault(bucket.name(), now) - now).max().orElse(0);
        return waits > 0 ? Optional.of(Duration.ofNanos(waits * 1_000)) : Optional.empty();
    }

    /// Counts a call, or says how long to wait before it is asked again.
    Uni<Optional<Duration>> take(Calls calls, Identifier tenant, Identifier caller) {
        var buckets = buckets(calls, tenant, caller);
        var now = micros();
        if (now < aloneUntil) {
            return Uni.createFrom().item(local.take(buckets, now));
        }
        return redis.take(buckets).ifNoItem().after(PATIENCE).fail().map(this::remembered)
                .onFailure().recoverWithItem(failure -> alone(buckets, failure));
    }

    private Optional<Duration> remembered(Optional<RedisBuckets.Wait> told) {
        told.ifPresent(wait -> {
            waiting.put(wait.bucket().name(), micros() + wait.time().toNanos() / 1_000);
            if (waiting.size() > MANY) {
                waiting.values().removeIf(until -> until <= micros());
            }
        });
        return told.map(RedisBuckets.Wait::time);
    }

    /// Redis is asked again a second later: who waits for it at each call is slow, too.
    private Optional<Duration> alone(List<Bucket> buckets, Throwable failure) {
        var now = micros();
        if (now >= aloneUntil) {
            aloneUntil = now + LEFT_ALONE;
            LOG.warnf("event=rates-counted-alone reason=\"%s\"", failure);
        }
        return local.take(buckets, now);
    }

    private List<Bucket> buckets(Calls calls, Identifier tenant, Identifier caller) {
        return switch (calls) {
            case INSTRUCTIONS -> buckets(calls, tenant, caller, TenantSet.RateLimits::workerPerMinute,
                    TenantSet.RateLimits::tenantPerMinute);
            case CLAIMS -> buckets(calls, tenant, caller, TenantSet.RateLimits::claimsWorkerPerMinute,
                    TenantSet.RateLimits::claimsTenantPerMinute);
            case REGISTRY -> List.of(new Bucket(name(calls, tenant) + "/" + caller, limits.registryPerMinute()));
        };
    }

    /// A worker's, and its tenant's.
    private List<Bucket> buckets(Calls calls, Identifier tenant, Identifier worker,
            Function<TenantSet.RateLimits, Optional<Integer>> ofWorker,
            Function<TenantSet.RateLimits, Optional<Integer>> ofTenant) {
        var entry = states.tenant(tenant);
        var tier = limits.of(entry.map(TenantSet::tier).orElse(Tier.BASIC));
        var own = entry.flatMap(held -> held.policy().rateLimits());
        var name = name(calls, tenant);
        return List.of(new Bucket(name + "/" + worker, tightened(tier.workerPerMinute(), own.flatMap(ofWorker))),
                new Bucket(name, tightened(tier.tenantPerMinute(), own.flatMap(ofTenant))));
    }

    private String name(Calls calls, Identifier tenant) {
        return settings.service() + ":rate:" + calls.title() + ":" + tenant;
    }

    /// A tenant may ask for less than its tier has, never for more.
    private static int tightened(int ofTier, Optional<Integer> asked) {
        return Math.max(1, asked.map(own -> Math.min(own, ofTier)).orElse(ofTier));
    }

    private static long micros() {
        return System.nanoTime() / 1_000;
    }
}
