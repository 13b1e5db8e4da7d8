package dev.wingman.platform.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
        var waits = buckets(calls, tenant, caller, 0).stream()
                .mapToLong(bucket -> waiting.getOrDefault(bucket.name(), now) - now).max().orElse(0);
        return waits > 0 ? Optional.of(Duration.ofNanos(waits * 1_000)) : Optional.empty();
    }

    /// Counts a call, or says how long to wait before it is asked again.
    ///
    /// @param bytes of its body; negative where nobody says
    Uni<Optional<Duration>> take(Calls calls, Identifier tenant, Identifier caller, long bytes) {
        var buckets = buckets(calls, tenant, caller, bytes);
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

    /// A worker's, and its tenant's; of an admin his own.
    private List<Bucket> buckets(Calls calls, Identifier tenant, Identifier caller, long bytes) {
        var weight = Bucket.weight(bytes);
        var name = name(calls, tenant);
        return switch (calls) {
            case INSTRUCTIONS, CLAIMS -> List.of(new Bucket(name + "/" + caller, ofWorker(calls, tenant), weight),
                    new Bucket(name, ofTenant(calls, tenant), weight));
            case REGISTRY -> List.of(new Bucket(name + "/" + caller, limits.registryPerMinute(), weight));
        };
    }

    private int ofWorker(Calls calls, Identifier tenant) {
        return tightened(tier(tenant).workerPerMinute(), own(tenant).flatMap(calls == Calls.CLAIMS
                ? TenantSet.RateLimits::claimsWorkerPerMinute
                : TenantSet.RateLimits::workerPerMinute));
    }

    private int ofTenant(Calls calls, Identifier tenant) {
        return tightened(tier(tenant).tenantPerMinute(), own(tenant).flatMap(calls == Calls.CLAIMS
                ? TenantSet.RateLimits::claimsTenantPerMinute
                : TenantSet.RateLimits::tenantPerMinute));
    }

    private LimitSettings.PerMinute tier(Identifier tenant) {
        return limits.of(states.tenant(tenant).map(TenantSet::tier).orElse(Tier.BASIC));
    }

    private Optional<TenantSet.RateLimits> own(Identifier tenant) {
        return states.tenant(tenant).flatMap(held -> held.policy().rateLimits());
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
