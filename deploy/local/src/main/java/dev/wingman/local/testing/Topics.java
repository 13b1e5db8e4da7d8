package dev.wingman.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The topics of the test broker, raw: headers as text, value as bytes, so that a test sees what is on the wire and
/// can put there what no codec would.
public final class Topics {

    private static final Duration POLL = Duration.ofMillis(50);

    private Topics() {}

    /// One record as it lies on the topic.
    public record Raw(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value,
            Instant time) {

        /// A CloudEvents attribute, or an empty text: `header("ce_type")`.
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return value == null ? "" : new String(value, UTF_8);
        }
    }

    /// Writes one record and returns when the broker has it.
    public static void publish(String topic, @Nullable String key, Map<String, String> headers,
            byte @Nullable [] value) {
        publish(List.of(new Raw(topic, key, headers, value, Instant.EPOCH)));
    }

    /// Writes records in their order and returns when the broker has them all.
    public static void publish(List<Raw> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Parts.brokerAddress(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sent = records.stream().map(raw -> producer.send(outgoing(raw))).toList();
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getMessage(), e);
        }
    }

    /// Everything that is on the topic now, from the beginning; in order within a key.
    public static List<Raw> read(String topic) {
        try (var consumer = consumer(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var records = new ArrayList<Raw>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> records.add(incoming(record)));
            }
            return records;
        }
    }

    /// The first record that is wanted, from the beginning of the topic; fails with what it saw instead.
    public static Raw await(String topic, Duration patience, Predicate<Raw> wanted) {
        return await(topic, patience, wanted, 1).getFirst();
    }

    /// The first `count` records that are wanted.
    public static List<Raw> await(String topic, Duration patience, Predicate<Raw> wanted, int count) {
        var until = Instant.now().plus(patience);
        var found = new ArrayList<Raw>();
        var seen = new ArrayList<String>();
        try (var consumer = consumer(topic)) {
            while (Instant.now().isBefore(until)) {
                for (var record : consumer.poll(POLL)) {
                    var raw = incoming(record);
                    seen.add(raw.header("ce_type") + " " + raw.header("ce_subject") + " of " + raw.key());
                    if (wanted.test(raw)) {
                        found.add(raw);
                    }
                }
                if (found.size() >= count) {
                    return found.subList(0, count);
                }
            }
        }
        throw new AssertionError("%d of %d wanted records on %s within %s; it holds %s".formatted(found.size(), count,
                topic, patience, seen));
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Parts.brokerAddress(), "auto.offset.reset",
                "earliest", "enable.auto.commit", "false", "fetch.max.wait.ms", "50");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static ProducerRecord<String, byte[]> outgoing(Raw raw) {
        var record = new ProducerRecord<>(raw.topic(), raw.key(), raw.value());
        raw.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static Raw incoming(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Raw(record.topic(), record.key(), headers, record.value(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
