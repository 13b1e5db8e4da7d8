package dev.wingman.platform.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.platform.PlatformSettings;
import dev.wingman.platform.Unavailable;

/// Puts records on topics; answers once all in-sync replicas have them. Fails with [Unavailable] after four seconds at most, and at once when
/// too many wait already: a caller may then ask again, the record may or may not have arrived.
@ApplicationScoped
public class Publisher {

    private static final int WAITING_AT_MOST = 20_000;

    private final Kafka kafka;
    private final PlatformSettings settings;
    private final AtomicInteger waiting = new AtomicInteger();
    private KafkaProducer<byte[], byte[]> producer;

    @SuppressWarnings("NullAway.Init")
    Publisher(Kafka kafka, PlatformSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    void start(@Observes StartupEvent starting) {
        producer = new KafkaProducer<>(kafka.producer());
        Thread.ofVirtual().name("kafka-metadata").start(this::learnTopics);
    }

    void stop(@Observes ShutdownEvent stopping) {
        producer.close(Duration.ofSeconds(2));
    }

    public Uni<Void> publish(WireRecord record) {
        return Uni.createFrom().emitter(emitter -> send(record, emitter));
    }

    private void send(WireRecord record, UniEmitter<? super Void> emitter) {
        if (waiting.incrementAndGet() > WAITING_AT_MOST) {
            waiting.decrementAndGet();
            emitter.fail(new Unavailable("too many records wait for the broker"));
            return;
        }
        try {
            producer.send(Wire.producer(record), (_, failure) -> {
                waiting.decrementAndGet();
                if (failure == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(new Unavailable("the broker does not answer", failure));
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            waiting.decrementAndGet();
            emitter.fail(new Unavailable("the broker does not answer", e));
        }
    }

    /// The first record to a topic would wait for its metadata, on an event loop: it is asked for beforehand.
    private void learnTopics() {
        var own = Arrays.stream(Topic.values()).filter(topic -> topic.writableBy(settings.self())).toList();
        for (var topic : own) {
            var known = false;
            while (!known) {
                try {
                    producer.partitionsFor(topic.topicName());
                    known = true;
                } catch (org.apache.kafka.common.errors.InterruptException | IllegalStateException e) {
                    return;
                } catch (KafkaException e) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }
    }
}
