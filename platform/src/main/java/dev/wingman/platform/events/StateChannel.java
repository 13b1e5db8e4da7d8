package dev.wingman.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

import dev.wingman.contracts.Codec;
import dev.wingman.contracts.Decoded;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.signature.Trust;
import dev.wingman.contracts.signature.TrustFolder;

/// A compacted topic held in memory: read from the beginning by every replica, without a group. It is *known* only after its end was reached, and only
/// while the broker confirmed within a few seconds that nothing newer stands there.
final class StateChannel<E extends Event> implements Runnable {

    private static final Logger LOG = Logger.getLogger(StateChannel.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CONFIRM = Duration.ofSeconds(1);

    private final Topic topic;
    private final Class<E> kind;
    private final ToLongFunction<E> version;
    private final TrustFolder trust;
    private final Kafka kafka;
    private final Duration unknownAfter;
    private final Consumer<WireRecord> untrusted;
    private final Map<Identifier, Optional<Envelope<E>>> held = new ConcurrentHashMap<>();
    private final Set<Identifier> doubtful = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Envelope<E>>> followers = new CopyOnWriteArrayList<>();
    private volatile long confirmedAt = Long.MIN_VALUE;
    private volatile boolean stopped;

    StateChannel(Topic topic, Class<E> kind, ToLongFunction<E> version, TrustFolder trust, Kafka kafka,
            Duration unknownAfter, Consumer<WireRecord> untrusted) {
        this.topic = topic;
        this.kind = kind;
        this.version = version;
        this.trust = trust;
        this.kafka = kafka;
        this.unknownAfter = unknownAfter;
        this.untrusted = untrusted;
    }

    boolean known() {
        var at = confirmedAt;
        return at != Long.MIN_VALUE && System.nanoTime() - at < unknownAfter.toNanos();
    }

    /// Nothing where the key never appeared; an empty value where all that stands there cannot be believed.
    Optional<Optional<Envelope<E>>> find(Identifier key) {
        return Optional.ofNullable(held.get(key));
    }

    List<Envelope<E>> all() {
        return held.values().stream().flatMap(Optional::stream).toList();
    }

    /// The keys whose last record is not what is held here: it cannot be believed, or is older. Compaction keeps the last record alone, so that
    /// who reads the topic later may know nothing, or something old.
    Set<Identifier> doubtful() {
        return Set.copyOf(doubtful);
    }

    /// Calls back for each change from now on, on the channel's own thread.
    void follow(Consumer<Envelope<E>> follower) {
        followers.add(follower);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.stateConsumer())) {
                read(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("event=state-waits topic=%s reason=\"%s\"", topic.topicName(), e.getMessage());
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        consumer.partitionsFor(topic.topicName())
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var question = ask(consumer, partitions);
        while (!stopped) {
            for (var record : consumer.poll(known() ? POLL : Duration.ofMillis(20))) {
                take(Wire.of(record));
            }
            if (question.answeredBy(consumer)) {
                confirmedAt = question.asked();
            }
            if (confirmedAt == question.asked() && System.nanoTime() - question.asked() > CONFIRM.toNanos()) {
                question = ask(consumer, partitions);
            }
        }
    }

    /// Where the topic ended when it was asked. Newer records may come meanwhile: having read up to these ends is what counts.
    private record Question(long asked, Map<TopicPartition, Long> ends) {
        boolean answeredBy(KafkaConsumer<byte[], byte[]> consumer) {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private static Question ask(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var asked = System.nanoTime();
        return new Question(asked, consumer.endOffsets(partitions, Duration.ofSeconds(2)));
    }

    private void take(WireRecord record) {
        if (Codec.decode(record) instanceof Decoded.Known(var envelope)
                && trust.judge(record, envelope) instanceof Trust.Trusted) {
            envelope.as(kind).ifPresent(this::hold);
        } else if (Identifier.isValid(record.key())) {
            var key = new Identifier(record.key());
            held.putIfAbsent(key, Optional.empty());
            doubtful.add(key);
            untrusted.accept(record);
        }
    }

    private void hold(Envelope<E> envelope) {
        var key = envelope.tenant();
        var newest = held.getOrDefault(key, Optional.empty()).map(Envelope::event).map(version::applyAsLong)
                .orElse(Long.MIN_VALUE);
        var offered = version.applyAsLong(envelope.event());
        if (offered < newest) {
            doubtful.add(key);
            return;
        }
        doubtful.remove(key);
        if (offered > newest) {
            held.put(key, Optional.of(envelope));
            followers.forEach(follower -> follower.accept(envelope));
        }
    }
}
