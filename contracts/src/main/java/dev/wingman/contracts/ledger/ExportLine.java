package dev.wingman.contracts.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.wingman.contracts.Json;

/// The lines of an export, each in RFC 8785 form, without their line feed. One content has one line: a reader compares bytes and needs no JSON.
///
/// The first is `{checkpoint, format}`, each other `{headers, index, proof, topic, value}` (and `encoding`, of a value that is not text).
public final class ExportLine {

    static final String FORMAT = "wingman-ledger-export/1";

    private ExportLine() {}

    /// The first line.
    ///
    /// @param note the signed checkpoint that every entry proves itself against
    public static byte[] header(String note) {
        return Json.canonical(Map.of("format", FORMAT, "checkpoint", note));
    }

    /// Any other line.
    ///
    /// @param proof the hashes of [Subtree#opening], in its order
    public static byte[] entry(long index, Leaf leaf, List<byte[]> proof) {
        return leaf.line(index, proof);
    }

    /// The note in a first line.
    static Optional<String> note(byte[] line) {
        try {
            var note = Json.strict().readTree(new String(line, StandardCharsets.UTF_8)).path("checkpoint").asText();
            return Arrays.equals(header(note), line) ? Optional.of(note) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
