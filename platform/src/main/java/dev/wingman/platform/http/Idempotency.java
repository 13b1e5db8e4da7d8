package dev.wingman.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.platform.PlatformSettings;

/// The memory of `Idempotency-Key`s: same key and body, same answer; same key and another body, a conflict. Redis may forget: the id follows from the key
/// all the same, so that a repeat is the same event.
@ApplicationScoped
public class Idempotency {

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final UUID SPACE = UUID.fromString("a9f0f1c0-4b1e-5c38-9d0e-6a1a52d3f001");
    private static final Duration REMEMBERED = Duration.ofHours(24);
    /// A request that is neither answered nor refused within this time left its key behind.
    private static final Duration RESERVED = Duration.ofMinutes(1);
    /// Redis 6 cannot set what is not there and tell what is there by one command.
    private static final String RESERVE = """
            local known = redis.call('GET', KEYS[1])
            if not known then redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) end
            return known""";
    private static final String RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end";
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int KEY_LENGTH = 200;

    /// What is remembered of a key.
    public sealed interface Memory {}

    /// The key is new, or the same request is still under way, or Redis forgot it.
    public record Fresh() implements Memory {}

    /// The same request was answered before, with this.
    public record Answered(String answer) implements Memory {}

    /// The key was used for another request.
    public record Other() implements Memory {}

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> values;
    private final PlatformSettings settings;

    Idempotency(ReactiveRedisDataSource redis, PlatformSettings settings) {
        this.redis = redis;
        this.values = redis.value(String.class);
        this.settings = settings;
    }

    public static boolean isValid(String key) {
        return !key.isBlank() && key.length() <= KEY_LENGTH && key.chars().allMatch(c -> c > 31 && c < 127);
    }

    /// The id of what a worker asks for under this key: the same for every repeat.
    public static UUID id(Identifier tenant, Identifier worker, String kind, String key) {
        return Ids.derived(SPACE, kind + "\n" + tenant + "\n" + worker + "\n" + key);
    }

    /// What is remembered of a key. A fresh one is taken for this body at once, so that of two requests that come together one has it.
    public Uni<Memory> recall(UUID id, byte[] body) {
        return redis.execute("EVAL", RESERVE, "1", name(id), digest(body), Long.toString(RESERVED.toSeconds()))
                .ifNoItem().after(PATIENCE).fail()
                .map(known -> remembered(known == null ? null : known.toString(), digest(body)))
                .onFailure().recoverWithItem(failure -> {
                    LOG.warnf("event=idempotency-forgotten reason=\"%s\"", failure);
                    return new Fresh();
                });
    }

    /// Gives back the key of a request that was refused: the mended one may come under it.
    public Uni<Void> release(UUID id, byte[] body) {
        return redis.execute("EVAL", RELEASE, "1", name(id), digest(body)).ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    public Uni<Void> remember(UUID id, byte[] body, String answer) {
        return values.set(name(id), digest(body) + answer, new SetArgs().ex(REMEMBERED)).ifNoItem().after(PATIENCE)
                .fail().onFailure()
                .invoke(failure -> LOG.warnf("event=idempotency-forgotten reason=\"%s\"", failure.getMessage()))
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    private static Memory remembered(@org.jspecify.annotations.Nullable String text, String digest) {
        return Optional.ofNullable(text).<Memory>map(
                known -> known.equals(digest)
                        ? new Fresh()
                        : known.startsWith(digest) ? new Answered(known.substring(digest.length())) : new Other())
                .orElse(new Fresh());
    }

    private String name(UUID id) {
        return settings.service() + ":idempotency:" + id;
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Digests.sha256(body)) + new String(new byte[]{'\n'}, StandardCharsets.US_ASCII);
    }
}
