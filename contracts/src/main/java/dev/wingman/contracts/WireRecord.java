package dev.wingman.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A record as it stands on a topic: CloudEvents 1.0 in Kafka's binary mode. Headers are sorted, so that one record has one form.
///
/// @param key the tenant's id
public record WireRecord(String topic, String key, SortedMap<String, String> headers, byte[] value) {

    public WireRecord(String topic, String key, Map<String, String> headers, byte[] value) {
        this(topic, key, new TreeMap<>(headers), value);
    }

    public WireRecord with(String header, String text) {
        var more = new TreeMap<>(headers);
        more.put(header, text);
        return new WireRecord(topic, key, more, value);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof WireRecord that && topic.equals(that.topic) && key.equals(that.key)
                && headers.equals(that.headers) && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, key, headers, Arrays.hashCode(value));
    }

    @Override
    public String toString() {
        return "WireRecord[" + topic + ", " + headers.get("ce_type") + ", " + headers.get("ce_id") + "]";
    }
}
