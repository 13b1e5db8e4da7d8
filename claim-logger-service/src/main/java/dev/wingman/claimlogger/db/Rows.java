package dev.wingman.claimlogger.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.core.buffer.Buffer;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.Frontier;
import dev.wingman.contracts.ledger.Merkle;

/// How the ledger's values lie in columns.
final class Rows {

    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {
    };

    private Rows() {}

    static String headers(WireRecord record) {
        return new String(Json.bytes(record.headers()), StandardCharsets.UTF_8);
    }

    static WireRecord record(String topic, String tenant, String headers, byte[] value) {
        try {
            return new WireRecord(topic, tenant, Json.tolerant().readValue(headers, HEADERS), value);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the ledger is not as it was written", e);
        }
    }

    static Frontier frontier(long size, byte[] roots) {
        var hashes = new ArrayList<byte[]>();
        for (int at = 0; at < roots.length; at += Merkle.HASH_BYTES) {
            hashes.add(Arrays.copyOfRange(roots, at, at + Merkle.HASH_BYTES));
        }
        return new Frontier(size, hashes);
    }

    static Buffer roots(Frontier frontier) {
        var roots = Buffer.buffer();
        frontier.roots().forEach(roots::appendBytes);
        return roots;
    }
}
