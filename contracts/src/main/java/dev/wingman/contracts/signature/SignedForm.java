package dev.wingman.contracts.signature;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;

/// What a signature covers: the RFC 8785 form of `{topic, key, headers, value}` with the value's SHA-256 in the value's place.
final class SignedForm {

    static final String HEADER = "ce_signature";

    private SignedForm() {}

    static byte[] of(WireRecord record) {
        var headers = new TreeMap<>(record.headers());
        headers.remove(HEADER);
        return Json.canonical(Map.of("topic", record.topic(), "key", record.key(), "headers", headers, "value",
                HexFormat.of().formatHex(Digests.sha256(record.value()))));
    }
}
