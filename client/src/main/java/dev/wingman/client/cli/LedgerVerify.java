package dev.wingman.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import dev.wingman.client.LedgerFiles;
import dev.wingman.client.Refusal;
import dev.wingman.client.Reply;
import dev.wingman.contracts.ledger.ExportResult;
import dev.wingman.contracts.ledger.NoteKey;

/// Proves an export with the public key alone; nobody is asked, unless the key must be fetched first.
@Command(name = "verify", description = "Prove an export offline: every entry as it was signed, in its place, none missing.")
final class LedgerVerify implements Callable<Integer> {
    @Mixin
    private final Caller caller = new Caller();

    @Parameters(paramLabel = "FILE", description = "what `export` wrote")
    private Path file = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "the public key, kept from `ledger keys`; else the local stack's own, else it is fetched now")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "an earlier checkpoint that the export must agree with; repeatable")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--receipt", paramLabel = "FILE", description = "a claim's receipt that the export must keep; repeatable")
    private List<Path> receipts = new ArrayList<>();

    @Override
    public Integer call() {
        var screen = caller.screen();
        return switch (keys()) {
            case Reply.No(var refusal) -> withoutKey(refusal, screen);
            case Reply.Ok(var keys, _) -> verify(keys, screen);
        };
    }

    private int verify(List<NoteKey> keys, Screen screen) {
        var result = result(keys);
        return screen.show(new Reply.Ok<>(result, json(result)), LedgerVerify::meaning, found -> say(found, screen));
    }

    private static int withoutKey(Refusal refusal, Screen screen) {
        screen.error("the public key is not here (--key FILE), and cannot be fetched:");
        return screen.show(refusal);
    }

    /// The key that was named; else that of the local stack, running or not; else the service is asked.
    private Reply<List<NoteKey>> keys() {
        var known = key.map(path -> parsed(path, LedgerFiles::keys)).orElseGet(this::localKeys);
        return known.isEmpty()
                ? Wingman.then(caller.client("sre"), client -> client.ledgerKeys())
                : new Reply.Ok<>(known, JsonNodeFactory.instance.nullNode());
    }

    private List<NoteKey> localKeys() {
        var surroundings = Surroundings.ofProcess();
        try {
            return surroundings.url().isPresent() ? List.of() : LedgerFiles.localKeys(surroundings.stateFile());
        } catch (IOException e) {
            throw new ParameterException(caller.command().commandLine(),
                    "the local stack's keys cannot be read; name one with --key FILE", e);
        }
    }

    private ExportResult result(List<NoteKey> keys) {
        try {
            var notes = checkpoints.stream().map(path -> parsed(path, text -> text)).toList();
            var promised = receipts.stream().map(path -> parsed(path, LedgerFiles::receipt)).toList();
            return LedgerFiles.verify(file, keys, notes, promised);
        } catch (IOException e) {
            throw new ParameterException(caller.command().commandLine(), "the export " + file + " cannot be read", e);
        }
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private <T> T parsed(Path path, Parser<T> parser) {
        try {
            return parser.parse(Files.readString(path));
        } catch (IOException e) {
            throw new ParameterException(caller.command().commandLine(), "the file " + path + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(caller.command().commandLine(), path + ": " + e.getMessage(), e);
        }
    }

    private static ExitCode meaning(ExportResult result) {
        return result instanceof ExportResult.Proven ? ExitCode.YES : ExitCode.NO;
    }

    private static void say(ExportResult result, Screen screen) {
        switch (result) {
            case ExportResult.Proven(var checkpoint) ->
                screen.line(screen.good("verified") + "  " + checkpoint.size() + " entries of "
                        + checkpoint.origin());
            case ExportResult.Wrong(var line, var index, var why) ->
                screen.line(screen.bad("NOT verified") + "  line " + line
                        + (index < 0 ? "" : ", entry " + index) + ": " + why);
        }
    }

    private static ObjectNode json(ExportResult result) {
        var json = JsonNodeFactory.instance.objectNode().put("verified", result instanceof ExportResult.Proven);
        return switch (result) {
            case ExportResult.Proven(var checkpoint) ->
                json.put("origin", checkpoint.origin()).put("size", checkpoint.size()).put("root",
                        Base64.getEncoder().encodeToString(checkpoint.root()));
            case ExportResult.Wrong(var line, var index, var why) ->
                json.put("line", line).put("index", index).put("why", why);
        };
    }
}
