package dev.wingman.contracts.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import dev.wingman.contracts.WireRecord;

/// An entry of the ledger: the RFC 8785 form of `{topic, headers, value}`, with the value's raw bytes as a string, in base64 if they are not UTF-8.
///
/// @param encoding `base64` where the value is that, so that no text can pass for the bytes that it spells
public record Leaf(String topic, SortedMap<String, String> headers, String value, Optional<String> encoding) {

    private static final String BASE_64 = "base64";

    public Leaf(String topic, SortedMap<String, String> headers, String value) {
        this(topic, headers, value, Optional.empty());
    }

    public static Leaf of(WireRecord record) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record.value())).toString();
            return new Leaf(record.topic(), record.headers(), text);
        } catch (CharacterCodingException e) {
            return new Leaf(record.topic(), record.headers(), Base64.getEncoder().encodeToString(record.value()),
                    Optional.of(BASE_64));
        }
    }

    /// The RFC 8785 form.
    public byte[] canonical() {
        return write("").toBytes();
    }

    public byte[] hash() {
        return Merkle.leafHash(canonical());
    }

    /// The form that an export's line takes: the canonical form of the leaf with two more members, which sort behind `headers`.
    byte[] line(long index, List<byte[]> proof) {
        var middle = new StringBuilder("\"index\":").append(index).append(",\"proof\":[");
        for (int i = 0; i < proof.size(); i++) {
            middle.append(i == 0 ? "\"" : ",\"").append(Base64Text.of(proof.get(i))).append('"');
        }
        return write(middle.append("],").toString()).toBytes();
    }

    private CanonicalBytes write(String afterHeaders) {
        var out = new CanonicalBytes(512 + value.length() + afterHeaders.length()).plain("{");
        encoding.ifPresent(name -> out.plain("\"encoding\":").string(name).plain(","));
        out.plain("\"headers\":{");
        var comma = "";
        for (var header : headers.entrySet()) {
            out.plain(comma).string(header.getKey()).plain(":").string(header.getValue());
            comma = ",";
        }
        return out.plain("},").plain(afterHeaders).plain("\"topic\":").string(topic).plain(",\"value\":").string(value)
                .plain("}");
    }
}
