package dev.wingman.contracts;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// CloudEvents 1.0 in Kafka's binary mode: attributes in headers, the event's JSON as value. The type is chosen by header alone.
public final class Codec {

    private static final int TRACEPARENT_LENGTH = 55;

    private Codec() {}

    public static WireRecord encode(Envelope<? extends Event> envelope) {
        var type = EventType.of(envelope.event());
        var headers = new TreeMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().toString());
        headers.put("ce_type", type.name());
        headers.put("ce_source", envelope.source().folder());
        headers.put("ce_subject", envelope.subject());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_tenantid", envelope.tenant().value());
        headers.put("ce_environment", envelope.environment());
        headers.put("content-type", "application/json");
        envelope.traceparent().ifPresent(trace -> headers.put("traceparent", trace));
        return new WireRecord(type.topic().topicName(), envelope.tenant().value(), headers,
                Json.bytes(envelope.event()));
    }

    public static Decoded decode(WireRecord record) {
        var name = record.headers().get("ce_type");
        if (name == null) {
            return new Decoded.Malformed("no ce_type header");
        }
        return EventType.named(name).map(type -> decode(record, type)).orElseGet(() -> new Decoded.Unknown(name));
    }

    private static Decoded decode(WireRecord record, EventType type) {
        if (!type.topic().topicName().equals(record.topic())) {
            return new Decoded.Malformed(type.name() + " does not belong on this topic");
        }
        try {
            var headers = record.headers();
            var tenant = new Identifier(required(headers, "ce_tenantid"));
            if (!tenant.value().equals(record.key())) {
                return new Decoded.Malformed("the key is not the tenant");
            }
            var event = Json.tolerant().readValue(record.value(), type.record());
            return Completeness.gap(event).<Decoded>map(Decoded.Malformed::new)
                    .orElseGet(() -> new Decoded.Known(envelope(headers, tenant, event)));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Decoded.Malformed("not a " + type.name() + ": " + e.getClass().getSimpleName());
        }
    }

    private static Envelope<Event> envelope(Map<String, String> headers, Identifier tenant, Event event) {
        var source = Service.inFolder(required(headers, "ce_source"))
                .orElseThrow(() -> new IllegalArgumentException("an unknown ce_source"));
        return new Envelope<>(UUID.fromString(required(headers, "ce_id")), tenant, source,
                required(headers, "ce_subject"), Instant.parse(required(headers, "ce_time")),
                required(headers, "ce_environment"), Optional.ofNullable(headers.get("traceparent"))
                        .filter(trace -> trace.length() == TRACEPARENT_LENGTH),
                event);
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " header");
        }
        return value;
    }
}
