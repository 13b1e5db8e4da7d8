package dev.wingman.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;
import dev.wingman.contracts.ledger.ExportResult.Proven;
import dev.wingman.contracts.ledger.ExportResult.Wrong;
import dev.wingman.contracts.signature.SigningKey;

class ExportTest {

    private static final SigningKey KEY = Keys.fresh();
    private static final NoteKey TRUSTED = NoteKey.of("wingman/DEV", KEY);
    private static final String ORIGIN = "wingman/DEV/acme";

    @Property(tries = 80)
    void anExportProvesEachOfItsLines(@ForAll @IntRange(max = 130) int size) throws IOException {
        assertThat(verify(export(entries(size))))
                .isEqualTo(new Proven(new Checkpoint(ORIGIN, size, root(entries(size)))));
    }

    @Test
    void aLineIsJsonThatAnyToolReads() throws IOException {
        var line = export(entries(3)).get(1);

        var json = Json.strict().readTree(line);

        assertThat(json.fieldNames()).toIterable().containsExactly("headers", "index", "proof", "topic", "value");
        assertThat(json.get("index").asInt()).isZero();
        assertThat(json.get("proof")).hasSize(2);
    }

    @Test
    void everyChangedByteIsNamedByItsLine() throws IOException {
        var lines = export(entries(5));
        for (int line = 0; line < lines.size(); line++) {
            for (int at = 0; at < lines.get(line).length; at++) {
                var changed = new ArrayList<>(lines);
                changed.set(line, changed(lines.get(line), at));

                assertWrong(verify(changed), line + 1);
            }
        }
    }

    @Test
    void everyInsertedOrRemovedByteIsNamedByItsLine() throws IOException {
        var lines = export(entries(3));
        for (int line = 0; line < lines.size(); line++) {
            var text = new String(lines.get(line), StandardCharsets.UTF_8);
            for (int at = 0; at <= text.length(); at++) {
                var wider = new ArrayList<>(lines);
                wider.set(line, (text.substring(0, at) + " " + text.substring(at)).getBytes(StandardCharsets.UTF_8));
                assertWrong(verify(wider), line + 1);
                var narrower = new ArrayList<>(lines);
                narrower.set(line, text.substring(0, at).getBytes(StandardCharsets.UTF_8));
                if (at < text.length()) {
                    assertWrong(verify(narrower), line + 1);
                }
            }
        }
    }

    @Property(tries = 200)
    void aDroppedEntryIsNamed(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int at)
            throws IOException {
        var lines = export(entries(size));
        var index = at % size;

        lines.remove(index + 1);

        assertWrong(verify(lines), index + 2, index);
    }

    @Property(tries = 200)
    void aDoubledEntryIsNamed(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int at)
            throws IOException {
        var lines = export(entries(size));
        var index = at % size;

        lines.add(index + 1, lines.get(index + 1));

        assertWrong(verify(lines), index + 3, index + 1);
    }

    @Property(tries = 200)
    void twoSwappedEntriesAreNamedByTheFirst(@ForAll @IntRange(min = 2, max = 70) int size,
            @ForAll @IntRange(max = 69) int one, @ForAll @IntRange(min = 1, max = 69) int distance) throws IOException {
        var lines = export(entries(size));
        var first = one % size;
        var second = (first + 1 + distance % (size - 1)) % size;

        java.util.Collections.swap(lines, first + 1, second + 1);

        assertWrong(verify(lines), Math.min(first, second) + 2, Math.min(first, second));
    }

    /// The attacker writes a whole new export round the old, signed header, with every hash of his own tree right.
    @Property(tries = 200)
    void aForgedEntryIsNamedEvenIfEveryHashWasRecomputed(@ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll @IntRange(max = 69) int at) throws IOException {
        var index = at % size;
        var entries = new ArrayList<>(entries(size));
        var header = export(entries).getFirst();
        entries.set(index, leaf(1000));
        var forged = export(entries);
        forged.set(0, header);

        var result = verify(forged);

        assertThat(result).isInstanceOfSatisfying(Wrong.class, wrong -> assertThat(wrong.index())
                .as("the proofs before it already carry the forged hash").isLessThanOrEqualTo(index));
    }

    @Test
    void aTruncatedEndIsNamed() throws IOException {
        var lines = export(entries(9));

        assertWrong(verify(lines.subList(0, 6)), 7, 5);
        assertWrong(verify(lines.subList(0, 1)), 2, 0);
        assertWrong(verify(List.of()), 1, -1);
    }

    @Test
    void anUnfinishedLineIsNamed() throws IOException {
        var bytes = bytes(export(entries(4)));

        for (int length = 0; length < bytes.length; length++) {
            var cut = Export.verify(new ByteArrayInputStream(bytes, 0, length), new ExportVerifier(TRUSTED));

            assertThat(cut).as("cut at %s", length).isInstanceOf(Wrong.class);
        }
    }

    @Test
    void whatFollowsTheLastEntryIsNamed() throws IOException {
        var lines = export(entries(4));
        lines.add(new byte[0]);

        assertWrong(verify(lines), 6, 4);
    }

    @Test
    void anotherKeyIsNotBelieved() throws IOException {
        var result = Export.verify(new ByteArrayInputStream(bytes(export(entries(4)))),
                new ExportVerifier(NoteKey.of("wingman/DEV", Keys.fresh())));

        assertWrong(result, 1, -1);
    }

    @Test
    void anEarlierCheckpointFindsARewrite() throws IOException {
        var honest = entries(10);
        var kept = new Checkpoint(ORIGIN, 6, root(honest.subList(0, 6)));
        var rewritten = new ArrayList<>(honest);
        rewritten.set(3, leaf(1000));

        assertThat(verify(export(honest), expecting(List.of(kept)))).isInstanceOf(Proven.class);
        assertWrong(verify(export(rewritten), expecting(List.of(kept))), 7, 5);
    }

    @Test
    void anEarlierCheckpointFindsARollback() throws IOException {
        var kept = new Checkpoint(ORIGIN, 6, root(entries(6)));

        assertWrong(verify(export(entries(5)), expecting(List.of(kept))), 1, -1);
    }

    @Test
    void anotherTenantsLedgerIsNotTheOneExpected() throws IOException {
        var globex = new Expectations(Optional.of("wingman/DEV/globex"), List.of(), List.of());

        assertWrong(verify(export(entries(5)), globex), 1, -1);
    }

    @Test
    void aReceiptFindsAClaimThatNeverCame() throws IOException {
        var honest = entries(5);
        var kept = Receipt.promise(honest.stream().map(Leaf::hash).toList(), KEY, "wingman/DEV");
        var broken = Receipt.promise(List.of(leaf(1000).hash()), KEY, "wingman/DEV");

        assertThat(verify(export(honest), new Expectations(Optional.empty(), List.of(), kept)))
                .isInstanceOf(Proven.class);
        assertWrong(verify(export(honest), new Expectations(Optional.empty(), List.of(), broken)), 7, 5);
    }

    private static Expectations expecting(List<Checkpoint> kept) {
        return new Expectations(Optional.of(ORIGIN), kept, List.of());
    }

    private static void assertWrong(ExportResult result, long line) {
        assertThat(result).isInstanceOfSatisfying(Wrong.class, wrong -> assertThat(wrong.line()).isEqualTo(line));
    }

    private static void assertWrong(ExportResult result, long line, long index) {
        assertThat(result).isInstanceOfSatisfying(Wrong.class,
                wrong -> assertThat(List.of(wrong.line(), wrong.index())).containsExactly(line, index));
    }

    private static byte[] changed(byte[] line, int at) {
        var copy = line.clone();
        copy[at] ^= 1;
        return copy;
    }

    private static ExportResult verify(List<byte[]> lines) throws IOException {
        return verify(lines, Expectations.none());
    }

    private static ExportResult verify(List<byte[]> lines, Expectations expectations) throws IOException {
        return Export.verify(new ByteArrayInputStream(bytes(lines)),
                new ExportVerifier(List.of(TRUSTED), expectations));
    }

    private static byte[] bytes(List<byte[]> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            out.write(line);
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] root(List<Leaf> entries) {
        return Trees.root(entries.stream().map(Leaf::hash).toList());
    }

    private static List<byte[]> export(List<Leaf> entries) {
        var hashes = entries.stream().map(Leaf::hash).toList();
        var note = new Checkpoint(ORIGIN, entries.size(), root(entries)).sign(KEY, "wingman/DEV");
        var lines = new ArrayList<byte[]>();
        lines.add(ExportLine.header(note));
        for (int i = 0; i < entries.size(); i++) {
            lines.add(ExportLine.entry(i, entries.get(i),
                    Trees.hashes(hashes, Subtree.opening(i, entries.size()))));
        }
        return lines;
    }

    private static List<Leaf> entries(int size) {
        return IntStream.range(0, size).mapToObj(ExportTest::leaf).toList();
    }

    private static Leaf leaf(int i) {
        var value = i % 4 == 3
                ? new byte[]{(byte) 0xFF, (byte) i}
                : ("{\"n\":" + i + ",\"a\":\"\\\",\\\"index\\\":1\"}").getBytes(StandardCharsets.UTF_8);
        return Leaf.of(new WireRecord("wingman.claims.v1", "acme",
                Map.of("ce_id", "id-" + i, "odd", "},\"index\":" + i + ",{\\"), value));
    }

}
