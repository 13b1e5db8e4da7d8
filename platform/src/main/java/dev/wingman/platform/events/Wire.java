package dev.wingman.platform.events;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

import dev.wingman.contracts.WireRecord;

/// Between Kafka's records, table rows and [WireRecord].
public final class Wire {

    private static final byte[] NOTHING = {};

    private Wire() {}

    /// A record without key has the key "", one without value an empty value: neither is an event.
    public static WireRecord of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        for (var header : record.headers()) {
            headers.put(header.key(),
                    header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new WireRecord(record.topic(),
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8), headers,
                record.value() == null ? NOTHING : record.value());
    }

    public static ProducerRecord<byte[], byte[]> producer(WireRecord record) {
        var out = new ProducerRecord<>(record.topic(), record.key().getBytes(StandardCharsets.UTF_8), record.value());
        record.headers().forEach((name, value) -> out.headers()
                .add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return out;
    }

    public static JsonObject headers(WireRecord record) {
        var json = new JsonObject();
        record.headers().forEach(json::put);
        return json;
    }

    static WireRecord row(String topic, String key, JsonObject headers, byte[] value) {
        var sorted = new TreeMap<String, String>();
        headers.forEach(entry -> sorted.put(entry.getKey(), String.valueOf(entry.getValue())));
        return new WireRecord(topic, key, sorted, value);
    }
}
