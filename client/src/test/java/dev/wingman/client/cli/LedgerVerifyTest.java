package dev.wingman.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.ledger.Checkpoint;
import dev.wingman.contracts.ledger.ExportLine;
import dev.wingman.contracts.ledger.Leaf;
import dev.wingman.contracts.ledger.Merkle;
import dev.wingman.contracts.ledger.NoteKey;
import dev.wingman.contracts.ledger.Receipt;
import dev.wingman.contracts.signature.SigningKey;

class LedgerVerifyTest {
    private static final String SIGNER = "wingman/DEV";
    private static final SigningKey KEY = freshKey();
    private static final List<Leaf> LEAVES = List.of(leaf("one"), leaf("two"));

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writeAnExportAndItsKey() throws IOException {
        write("key", NoteKey.of(SIGNER, KEY).text());
        write("export",
                line(ExportLine.header(note()))
                        + line(ExportLine.entry(0, LEAVES.get(0), List.of(LEAVES.get(1).hash())))
                        + line(ExportLine.entry(1, LEAVES.get(1), List.of())));
    }

    @Test
    void provesAnExportWithThePublicKeyAlone() {
        var terminal = verify();

        assertThat(terminal.exitCode()).isZero();
        assertThat(terminal.out().strip()).isEqualTo("verified  2 entries of wingman/DEV/acme");
    }

    @Test
    void namesTheLineInWhichAByteWasChanged() throws IOException {
        write("export", Files.readString(folder.resolve("export")).replace("two", "twO"));

        var terminal = verify();

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).contains("NOT verified", "line 3, entry 1");
    }

    @Test
    void namesTheLineForProgramsToo() throws IOException {
        write("export", Files.readString(folder.resolve("export")).replace("one", "0ne"));

        assertThat(Json.strict().readTree(verify("--json").out()).path("line").asInt()).isEqualTo(2);
    }

    @Test
    void distrustsAnotherKey() throws IOException {
        write("key", NoteKey.of(SIGNER, freshKey()).text());

        assertThat(verify().exitCode()).isEqualTo(1);
    }

    @Test
    void agreesWithACheckpointAndAReceiptKeptFromEarlier() throws IOException {
        write("checkpoint", note());
        write("receipt", Json.tree(Receipt.promise(List.of(LEAVES.get(1).hash()), KEY, SIGNER).getFirst()).toString());

        assertThat(verify("--checkpoint", file("checkpoint"), "--receipt", file("receipt")).exitCode()).isZero();
    }

    @Test
    void findsThatAPromisedClaimIsMissing() throws IOException {
        write("receipt", Json.tree(Receipt.promise(List.of(leaf("three").hash()), KEY, SIGNER).getFirst()).toString());

        var terminal = verify("--receipt", file("receipt"));

        assertThat(terminal.exitCode()).isEqualTo(1);
        assertThat(terminal.out()).contains("promised by a receipt");
    }

    @Test
    void refusesAKeyFileThatHoldsNone() throws IOException {
        write("key", "not a key");

        assertThat(verify().exitCode()).isEqualTo(2);
    }

    private Terminal verify(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("ledger", "verify", file("export"), "--key", file("key")));
        arguments.addAll(List.of(more));
        return Terminal.run(false, arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String line(byte[] content) {
        return new String(content, UTF_8) + "\n";
    }

    private static String note() {
        return new Checkpoint("wingman/DEV/acme", 2, Merkle.nodeHash(LEAVES.get(0).hash(), LEAVES.get(1).hash()))
                .sign(KEY, SIGNER);
    }

    private static Leaf leaf(String value) {
        return new Leaf("wingman.claims.v1", new TreeMap<>(java.util.Map.of("ce_id", value)),
                "{\"is\":\"" + value + "\"}");
    }

    private static SigningKey freshKey() {
        try {
            var pair = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            pair.setKeyId("test");
            return SigningKey.parse(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
