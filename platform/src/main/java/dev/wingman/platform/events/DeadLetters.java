package dev.wingman.platform.events;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.DeadLetter;
import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Identifier;
import dev.wingman.contracts.Ids;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;
import dev.wingman.platform.PlatformSettings;

/// Records that a service cannot take, as they came. The watcher alerts on each.
@ApplicationScoped
public class DeadLetters {

    /// A letter is longer than what it holds, and must itself fit on a topic.
    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_HEADERS = 64;
    /// As JSON writes a character with at most six, all headers together stay below half of what a topic takes.
    private static final int LONGEST_HEADER = 512;
    private static final Identifier OURS = new Identifier("wingman");

    private final Envelopes envelopes;
    private final PlatformSettings settings;

    DeadLetters(Envelopes envelopes, PlatformSettings settings) {
        this.envelopes = envelopes;
        this.settings = settings;
    }

    /// The id follows from the record's content, so that a replay is the same dead letter. A record without a tenant goes to the tenant `wingman`.
    /// Of a long one only the beginning is kept; the digest in the id is of all of it.
    public Envelope<DeadLetter> of(WireRecord record, String reason) {
        var tenant = Identifier.isValid(record.key()) ? new Identifier(record.key()) : OURS;
        var value = record.value();
        var kept = Arrays.copyOf(value, Math.min(value.length, MOST_BYTES));
        var why = kept.length == value.length
                ? reason
                : "%s (the first %d of %d bytes)".formatted(reason, kept.length, value.length);
        var letter = new DeadLetter(record.topic(), settings.self(), why, Optional.of(shortened(record.key())),
                headers(record), Base64.getEncoder().encodeToString(kept));
        var whole = Digests.sha256(concatenated(Digests.sha256(Json.canonical(letter)), Digests.sha256(value)));
        var digest = ByteBuffer.wrap(whole);
        var id = Ids.derived(new UUID(digest.getLong(), digest.getLong()), "dead-letter");
        return envelopes.first(id, tenant, settings.service(), letter);
    }

    private static Map<String, String> headers(WireRecord record) {
        var kept = new TreeMap<String, String>();
        record.headers().entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(MOST_HEADERS)
                .forEach(header -> kept.put(shortened(header.getKey()), shortened(header.getValue())));
        return kept;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_HEADER ? text : text.substring(0, LONGEST_HEADER);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
