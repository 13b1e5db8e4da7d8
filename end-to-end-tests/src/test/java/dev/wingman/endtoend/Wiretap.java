package dev.wingman.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;

/// Hears the events of one tenant as they lie on their topics. It belongs to the thread that uses it.
final class Wiretap implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final String tenant;
    private final KafkaConsumer<String, byte[]> consumer;

    /// Hears what comes from now on.
    Wiretap(Map<String, Object> login, Tenant tenant, Topic... topics) {
        this.tenant = tenant.id();
        consumer = new KafkaConsumer<>(login, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = Stream.of(topics).map(Topic::topicName).flatMap(topic -> consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /// What came since it was asked last; soon, if that is nothing.
    List<WireRecord> next() {
        var found = new ArrayList<WireRecord>();
        for (var record : consumer.poll(POLL)) {
            if (tenant.equals(record.key())) {
                found.add(new WireRecord(record.topic(), record.key(), headers(record), record.value()));
            }
        }
        return found;
    }

    /// The first event of that kind from here on.
    WireRecord await(String type) {
        var found = new ArrayList<WireRecord>();
        World.eventually(() -> next().stream().filter(record -> type.equals(type(record))).findFirst()
                .map(found::add).isPresent());
        return found.getFirst();
    }

    /// All that the topics hold.
    List<WireRecord> all() {
        var found = new ArrayList<WireRecord>();
        var partitions = consumer.assignment();
        var ends = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            found.addAll(next());
        }
        return found;
    }

    static String type(WireRecord record) {
        return record.headers().getOrDefault("ce_type", "");
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
