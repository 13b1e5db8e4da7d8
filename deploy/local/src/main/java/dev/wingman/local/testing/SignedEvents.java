package dev.wingman.local.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Decoded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.EventType;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.SigningKey;

/// The events of one tenant in a test: written as their service would write them, signed with its key, and read back from the topics.
public record SignedEvents(Identifier tenant) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A tenant of its own: topics and tables are shared by all tests.
    public static SignedEvents ofSomeTenant() {
        return new SignedEvents(new Identifier("t-" + UUID.randomUUID().toString().substring(0, 13)));
    }

    /// Publishes an event in the name of that service and returns when the broker has it.
    public <E extends Event> Envelope<E> publish(Service writer, E event) {
        var envelope = envelope(writer, event);
        publish(envelope);
        return envelope;
    }

    /// The event with headers of its own, not yet published; the environment is DEV.
    public <E extends Event> Envelope<E> envelope(Service writer, E event) {
        var now = Instant.now();
        var id = Ids.first(now);
        return new Envelope<>(id, tenant, writer, id.toString(), now, "DEV", Optional.empty(), event);
    }

    /// Published once more, it is the same event.
    public static void publish(Envelope<? extends Event> envelope) {
        publish(envelope, envelope.source());
    }

    /// With the signature of another service than the one it names: a forgery.
    public static void publish(Envelope<? extends Event> envelope, Service signer) {
        var record = SigningKey.read(Parts.keys().signingKey(signer.folder())).sign(Codec.encode(envelope));
        Topics.publish(record.topic(), record.key(), record.headers(), record.value());
    }

    /// The first event of that kind that is wanted, from the beginning of its topic.
    public <E extends Event> Envelope<E> await(Class<E> kind, Predicate<E> wanted) {
        var raw = Topics.await(topic(kind), PATIENCE, found -> decoded(found, kind)
                .filter(envelope -> wanted.test(envelope.event())).isPresent());
        return decoded(raw, kind).orElseThrow();
    }

    /// All of that kind that stand on the topic now, in their order.
    public <E extends Event> List<Envelope<E>> all(Class<E> kind) {
        return Topics.read(topic(kind)).stream().flatMap(raw -> decoded(raw, kind).stream()).toList();
    }

    private <E extends Event> Optional<Envelope<E>> decoded(Topics.Raw raw, Class<E> kind) {
        var value = raw.value();
        if (value == null || !tenant.value().equals(raw.key())) {
            return Optional.empty();
        }
        var record = new WireRecord(raw.topic(), tenant.value(), raw.headers(), value);
        return Codec.decode(record) instanceof Decoded.Known(var envelope) ? envelope.as(kind) : Optional.empty();
    }

    private static String topic(Class<? extends Event> kind) {
        return EventType.all().stream().filter(type -> type.record().equals(kind)).map(EventType::topic)
                .map(Topic::topicName).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event that travels: " + kind));
    }
}
