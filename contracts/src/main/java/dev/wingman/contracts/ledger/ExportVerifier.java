package dev.wingman.contracts.ledger;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.ledger.ExportResult.Proven;
import dev.wingman.contracts.ledger.ExportResult.Wrong;

/// Proves an export offline, in a stream, with nothing to trust but a public key. It walks the tree that the checkpoint signed from left to
/// right and always holds the signed hash of what comes next, so that the first wrong line is named, whoever recomputed what behind it.
///
/// Feed it each line without its line feed, then [#end()]; after the first [Wrong] there is nothing more to learn.
public final class ExportVerifier {

    private record Awaited(long to, byte[] hash) {}

    private final Collection<NoteKey> keys;
    private final Expectations expectations;
    private final EntryScan scan = new EntryScan();
    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private long lines;

    /// @param keys any of them may have signed
    public ExportVerifier(Collection<NoteKey> keys, Expectations expectations) {
        this.keys = List.copyOf(keys);
        this.expectations = expectations;
    }

    public ExportVerifier(NoteKey key) {
        this(List.of(key), Expectations.none());
    }

    /// The next line, and what is wrong with it.
    public Optional<Wrong> line(byte[] line) {
        lines++;
        return (lines == 1 ? header(line) : entry(line)).map(this::wrong);
    }

    /// The next line came without its end: the export was cut off there.
    Wrong cutOff() {
        lines++;
        return wrong("the line is cut off");
    }

    /// Says whether all that the checkpoint signed has come.
    public ExportResult end() {
        if (checkpoint.isEmpty()) {
            return new Wrong(lines + 1, -1, "there is no header");
        }
        var signed = checkpoint.get();
        if (lines - 1 < signed.size()) {
            return new Wrong(lines + 1, lines - 1,
                    "the export ends here, but the checkpoint signed " + signed.size() + " entries");
        }
        return expectations.unmet().<ExportResult>map(why -> new Wrong(lines + 1, signed.size(), why))
                .orElseGet(() -> new Proven(signed));
    }

    private Wrong wrong(String why) {
        return new Wrong(lines, lines - 2, why);
    }

    private Optional<String> header(byte[] line) {
        var note = ExportLine.note(line);
        if (note.isEmpty()) {
            return Optional.of("not the header of a ledger export");
        }
        checkpoint = keys.stream().flatMap(key -> Checkpoint.verify(note.get(), key).stream()).findFirst();
        if (checkpoint.isEmpty()) {
            return Optional.of("the checkpoint is not signed by a key that is trusted");
        }
        var signed = checkpoint.get();
        if (signed.size() > 0) {
            awaited.push(new Awaited(signed.size(), signed.root()));
        } else if (!Arrays.equals(signed.root(), Merkle.emptyRoot())) {
            return Optional.of("the root of an empty ledger is another one");
        }
        return expectations.begin(signed);
    }

    private Optional<String> entry(byte[] line) {
        if (awaited.isEmpty()) {
            return Optional.of("one entry more than the checkpoint signed");
        }
        var index = lines - 2;
        var next = awaited.pop();
        var siblings = new Subtree(index, next.to()).openingOfFirst();
        var entry = scan.read(line, index, siblings.size());
        if (entry.isEmpty()) {
            return Optional.of("not the line of entry " + index);
        }
        var hash = entry.get().leafHash();
        for (var sibling : entry.get().proof()) {
            hash = Merkle.nodeHash(hash, sibling);
        }
        if (!Arrays.equals(hash, next.hash())) {
            return Optional.of("entry " + index + " is not the one that the checkpoint signed");
        }
        for (int i = siblings.size() - 1; i >= 0; i--) {
            awaited.push(new Awaited(siblings.get(i).to(), entry.get().proof().get(i)));
        }
        return expectations.entry(entry.get().leafHash());
    }
}
