package dev.wingman.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.wingman.client.LedgerFiles;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.client.WingmanClient;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.local.LocalFault;

/// The tenant's ledger as files, proven by somebody who kept the public key from the first day and asks no service.
final class Proof {

    private static final Pattern TYPE = Pattern.compile("\"ce_type\":\"([a-z-]+)\"");
    private static final Pattern TIME = Pattern.compile("\"ce_time\":\"([^\"]+)\"");
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    /// In a few words for the table, and in a sentence.
    record Finding(String brief, String sentence) {}

    private final WingmanClient sre;
    private final Path folder;
    private final List<NoteKey> keys;
    private String checkpoint = "";

    Proof(WingmanClient sre, Path folder) {
        this.sre = sre;
        this.folder = folder;
        this.keys = got(sre.ledgerKeys());
    }

    /// Which of these kinds of events the ledger holds, once it holds them all.
    Set<String> awaitKinds(Set<String> wanted, Duration patience) {
        var until = Instant.now().plus(patience);
        var kinds = kinds();
        while (!kinds.containsAll(wanted) && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(PAUSE_NANOS);
            kinds = kinds();
        }
        kinds.retainAll(wanted);
        return kinds;
    }

    private Set<String> kinds() {
        var kinds = new TreeSet<String>();
        var matcher = TYPE.matcher(String.join("\n", lines(export("kinds.jsonl"))));
        while (matcher.find()) {
            kinds.add(matcher.group(1));
        }
        return kinds;
    }

    /// When the auditor reached its verdict, as the ledger holds it: the live view may learn of it later than Telegram of the alert.
    Optional<Instant> reached(String claimId, Duration patience) {
        var until = Instant.now().plus(patience);
        while (Instant.now().isBefore(until)) {
            var verdict = lines(export("times.jsonl")).stream()
                    .filter(line -> line.contains("verdict-reached") && line.contains(claimId)).findFirst();
            if (verdict.isPresent()) {
                var time = TIME.matcher(verdict.get());
                return time.find() ? Optional.of(Instant.parse(time.group(1))) : Optional.empty();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.empty();
    }

    /// Every entry so far, without the line at the top.
    List<JsonNode> entries() {
        return lines(export("entries.jsonl")).stream().skip(1).map(Proof::json).toList();
    }

    static JsonNode json(String text) {
        try {
            return Json.tolerant().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Exports, keeps the checkpoint for later, and proves.
    Finding whole() {
        var export = export("claims_audit.jsonl");
        checkpoint = got(sre.checkpoint());
        return say(verify(export, List.of()));
    }

    /// A later export must continue the one whose checkpoint was kept.
    Finding grown() {
        return say(verify(export("later.jsonl"), List.of(checkpoint)));
    }

    Finding withAByteChanged() {
        var lines = lines(folder.resolve("claims_audit.jsonl"));
        int line = lines.size() / 2;
        lines.set(line, lines.get(line).replaceFirst("\"ce_time\":\"2", "\"ce_time\":\"3"));
        return names("a byte changed", line - 1, lines);
    }

    Finding withAnEntryDropped() {
        var lines = lines(folder.resolve("claims_audit.jsonl"));
        int line = lines.size() / 2;
        lines.remove(line);
        return names("an entry dropped", line - 1, lines);
    }

    Finding withTwoSwapped() {
        var lines = lines(folder.resolve("claims_audit.jsonl"));
        int line = lines.size() / 2;
        Collections.swap(lines, line, line + 1);
        return names("two swapped", line - 1, lines);
    }

    private Finding names(String how, long index, List<String> lines) {
        try {
            var forged = Files.writeString(folder.resolve("forged.jsonl"), String.join("\n", lines) + "\n");
            var result = verify(forged, List.of());
            var said = say(result);
            var sentence = how + ": " + said.sentence();
            return result instanceof ExportResult.Wrong wrong && wrong.index() == index
                    ? new Finding("names that entry", sentence)
                    : new Finding(said.brief(), sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding say(ExportResult result) {
        return switch (result) {
            case ExportResult.Proven(var signed) -> new Finding("verified",
                    "verified: all %d entries are as %s signed them".formatted(signed.size(), signed.origin()));
            case ExportResult.Wrong(var line, var index, var why) ->
                new Finding("not verified", "NOT verified, line %d: %s".formatted(line, why));
        };
    }

    private ExportResult verify(Path export, List<String> checkpoints) {
        try {
            return LedgerFiles.verify(export, keys, checkpoints, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path export(String name) {
        var file = folder.resolve(name);
        got(sre.exportLedger(file));
        return file;
    }

    private static List<String> lines(Path file) {
        try {
            return new ArrayList<>(Files.readString(file, UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T got(Reply<T> reply) {
        return switch (reply) {
            case Reply.Ok(var value, _) -> value;
            case Reply.No(Refusal refusal) -> throw new LocalFault("the ledger does not answer: " + refusal);
        };
    }
}
