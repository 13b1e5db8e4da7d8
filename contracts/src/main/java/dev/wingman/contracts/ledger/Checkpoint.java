package dev.wingman.contracts.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.wingman.contracts.signature.SigningKey;

/// The state of one tenant's ledger, as a C2SP checkpoint in a signed note.
///
/// @param origin `wingman/<environment>/<tenant>`
/// @param size entries
/// @param root the RFC 6962 root over them, 32 bytes
public record Checkpoint(String origin, long size, byte[] root) {

    private static final String SIGNATURE_LINE = "\u2014 ";
    private static final Pattern SIGNATURES = Pattern.compile("(\u2014 [^\\s+]+ [A-Za-z0-9+/]+={0,2}\n)+");

    public static String origin(String environment, String tenant) {
        return "wingman/" + environment + "/" + tenant;
    }

    /// The name under which an environment's ledger signs; the key of every tenant's checkpoints.
    public static String signer(String environment) {
        return "wingman/" + environment;
    }

    /// The signed note.
    public String sign(SigningKey key, String signer) {
        var body = body();
        var noteKey = NoteKey.of(signer, key);
        var signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
        var blob = NoteKey.join(ByteBuffer.allocate(4).putInt(noteKey.keyHash()).array(), signature);
        return body + "\n" + SIGNATURE_LINE + signer + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    /// The checkpoint in a note, if that key signed it.
    public static Optional<Checkpoint> verify(String note, NoteKey key) {
        var end = note.lastIndexOf("\n\n" + SIGNATURE_LINE);
        if (end < 0 || !SIGNATURES.matcher(note.substring(end + 2)).matches()) {
            return Optional.empty();
        }
        var body = note.substring(0, end + 1);
        var signed = note.substring(end + 2).lines()
                .anyMatch(line -> signatureOf(line, key).filter(signature -> key
                        .verifies(body.getBytes(StandardCharsets.UTF_8), signature)).isPresent());
        return signed ? parse(body) : Optional.empty();
    }

    private static Optional<byte[]> signatureOf(String line, NoteKey key) {
        var start = SIGNATURE_LINE + key.name() + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        return Base64Text.parse(line.substring(start.length())).map(ByteBuffer::wrap)
                .filter(blob -> blob.remaining() == 68 && blob.getInt() == key.keyHash()).map(blob -> {
                    var signature = new byte[64];
                    blob.get(signature);
                    return signature;
                });
    }

    private static Optional<Checkpoint> parse(String body) {
        var lines = body.lines().toList();
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            var root = Base64.getDecoder().decode(lines.get(2));
            var size = Long.parseLong(lines.get(1));
            return root.length == Merkle.HASH_BYTES && size >= 0
                    ? Optional.of(new Checkpoint(lines.getFirst(), size, root))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Checkpoint that && body().equals(that.body());
    }

    @Override
    public int hashCode() {
        return body().hashCode();
    }
}
