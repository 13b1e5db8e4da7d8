package dev.wingman.contracts.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SortedMap;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;

/// An entry of the ledger: the RFC 8785 form of `{topic, headers, value}`, with the value's raw bytes as a string, in base64 if they are not UTF-8.
public record Leaf(String topic, SortedMap<String, String> headers, String value) {

    public static Leaf of(WireRecord record) {
        return new Leaf(record.topic(), record.headers(), text(record.value()));
    }

    public byte[] hash() {
        return Merkle.leafHash(Json.canonical(this));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }
}
