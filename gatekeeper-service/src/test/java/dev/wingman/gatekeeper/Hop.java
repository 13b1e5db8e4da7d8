package dev.wingman.gatekeeper;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;
import dev.wingman.local.testing.Parts;

/// Writes locks, and tells when a reader that does nothing else saw each: what the way over the broker costs by itself.
final class Hop implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.brokerAddress(), "acks", "all"), new StringSerializer(),
            new ByteArraySerializer());
    private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    private final Thread reader;
    private volatile boolean closed;

    Hop() {
        var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", Parts.brokerAddress()),
                new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topic.LOCKDOWNS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().daemon().name("hop").start(() -> {
            try (consumer) {
                while (!closed) {
                    consumer.poll(POLL).forEach(_ -> seen.add(System.nanoTime()));
                }
            }
        });
    }

    /// The time at which it was sent.
    long send(WireRecord record) {
        var outgoing = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach((name, value) -> outgoing.headers().add(name,
                value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var sent = System.nanoTime();
        producer.send(outgoing);
        return sent;
    }

    /// The time at which the oldest that was not told yet was seen.
    long seen() {
        try {
            var at = seen.poll(Calls.SOON.toSeconds(), TimeUnit.SECONDS);
            if (at == null) {
                throw new AssertionError("a lock that was sent is not on its topic");
            }
            return at;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        producer.close();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
