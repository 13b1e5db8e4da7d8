package dev.wingman.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.ledger.Checkpoint;
import dev.wingman.contracts.ledger.Expectations;
import dev.wingman.contracts.ledger.Export;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.contracts.ledger.ExportVerifier;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.contracts.ledger.Receipt;

/// What people keep of a ledger as files, and the offline proof that uses them: no service is asked.
public final class LedgerFiles {
    private LedgerFiles() {}

    /// Proves an export, to the first wrong line.
    ///
    /// @param keys any of them may have signed
    /// @param checkpoints kept earlier; each must be signed by one of the keys
    /// @param receipts given earlier; each must be signed by one of the keys
    public static ExportResult verify(Path export, Collection<NoteKey> keys, Collection<String> checkpoints,
            Collection<Receipt> receipts) throws IOException {
        var kept = new ArrayList<Checkpoint>();
        for (var note : checkpoints) {
            var checkpoint = keys.stream().flatMap(key -> Checkpoint.verify(note, key).stream()).findFirst();
            if (checkpoint.isEmpty()) {
                return new ExportResult.Wrong(1, -1, "the checkpoint that you kept is not signed by this key");
            }
            kept.add(checkpoint.get());
        }
        if (!receipts.stream().allMatch(receipt -> keys.stream().anyMatch(receipt::verifies))) {
            return new ExportResult.Wrong(1, -1, "the receipt is not signed by this key");
        }
        try (var in = new BufferedInputStream(Files.newInputStream(export))) {
            return Export.verify(in, new ExportVerifier(keys, new Expectations(Optional.empty(), kept, receipts)));
        }
    }

    /// Keys in a file: one `name+hash+base64` a line, or the JSON that the service answers.
    public static List<NoteKey> keys(String file) {
        if (file.stripLeading().startsWith("{") || file.stripLeading().startsWith("[")) {
            return keys(json(file));
        }
        return file.lines().filter(line -> !line.isBlank()).map(NoteKey::parse).toList();
    }

    /// The keys with which a local stack's ledger signs, out of its trust folder; none where there is no stack.
    ///
    /// @param stateFile the stack's `local.json`
    public static List<NoteKey> localKeys(Path stateFile) throws IOException {
        var trusted = stateFile.resolveSibling("trust").resolve(Service.CLAIM_LOGGER.folder());
        if (!Files.isReadable(stateFile) || !Files.isDirectory(trusted)) {
            return List.of();
        }
        var environment = json(Files.readString(stateFile)).path("environment").asText();
        try (var files = Files.newDirectoryStream(trusted, "*.jwk")) {
            var keys = new ArrayList<NoteKey>();
            for (var file : files) {
                keys.add(NoteKey.ofJwk(Checkpoint.signer(environment), Files.readString(file)));
            }
            return keys;
        }
    }

    /// A receipt in a file: by itself, or inside the answer to the claim.
    public static Receipt receipt(String file) {
        var json = json(file);
        return Json.tolerant().convertValue(json.has("receipt") ? json.path("receipt") : json, Receipt.class);
    }

    static List<NoteKey> keys(JsonNode json) {
        var texts = new ArrayList<String>();
        collect(json, texts);
        return texts.stream().map(NoteKey::parse).toList();
    }

    /// Every string in the answer that looks like a key, wherever it stands in it.
    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual() && node.asText().matches("[^+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+=*")) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }

    private static JsonNode json(String text) {
        try {
            return Json.tolerant().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
