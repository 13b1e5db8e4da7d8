package dev.wingman.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.signature.SigningKey;

class CheckpointTest {

    private final SigningKey key = Keys.fresh();
    private final NoteKey trusted = NoteKey.of("wingman/DEV", key);
    private final Checkpoint checkpoint = new Checkpoint("wingman/DEV/acme", 7, Trees.root(Trees.leaves(7)));
    private final String note = checkpoint.sign(key, "wingman/DEV");

    @Test
    void isASignedNoteOfC2sp() {
        assertThat(note).startsWith("wingman/DEV/acme\n7\n").contains("\n\n\u2014 wingman/DEV ").endsWith("\n");
        assertThat(Checkpoint.verify(note, trusted)).contains(checkpoint);
    }

    /// The example of golang.org/x/mod/sumdb/note.
    @Test
    void keysAreSpelledAsEverywhere() {
        var peter = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

        assertThat(peter.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(HexFormat.of().toHexDigits(peter.keyHash())).isEqualTo("c74f20a3");
        assertThat(NoteKey.parse(trusted.text())).isEqualTo(trusted);
    }

    /// The signature of the same example.
    @Test
    void signaturesAreMadeAsEverywhere() {
        var peter = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        var blob = java.util.Base64.getDecoder().decode(
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");

        assertThat(peter.verifies(text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.util.Arrays.copyOfRange(blob, 4, blob.length))).isTrue();
    }

    @Test
    void anotherKeyIsNotBelieved() {
        assertThat(Checkpoint.verify(note, NoteKey.of("wingman/DEV", Keys.fresh()))).isEmpty();
        assertThat(Checkpoint.verify(note, NoteKey.of("wingman/PRD", key))).isEmpty();
    }

    @Test
    void noChangedByteIsBelieved() {
        for (int at = 0; at < note.length() - 1; at++) {
            var changed = note.substring(0, at) + (char) (note.charAt(at) ^ 1) + note.substring(at + 1);

            assertThat(Checkpoint.verify(changed, trusted)).as("changed at %s", at).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\u2014 ", "a\n1\nAA==\n\n\u2014 wingman/DEV AAAA\n", "\n\n\u2014 wingman/DEV \n",
            "x"})
    void whatIsNoNoteIsNotBelieved(String text) {
        assertThat(Checkpoint.verify(text, trusted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a+b", "a+b+c", "wingman/DEV+00000000+AQ==",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
