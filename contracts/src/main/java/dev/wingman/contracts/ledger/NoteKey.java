package dev.wingman.contracts.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.signature.Ed25519;
import dev.wingman.contracts.signature.SigningKey;

/// The public key of a C2SP signed note, `<name>+<8 hex digits>+<base64 of 0x01 and the Ed25519 key>`.
public record NoteKey(String name, int keyHash, byte[] raw) {

    private static final byte ED25519 = 1;

    public static NoteKey of(String name, byte[] raw) {
        var hashed = Digests.sha256(join((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[]{ED25519}, raw));
        return new NoteKey(name, ByteBuffer.wrap(hashed).getInt(), raw);
    }

    public static NoteKey of(String name, SigningKey key) {
        return of(name, key.publicBytes());
    }

    /// The key in a service's public JWK, as it lies in the trust folder.
    public static NoteKey ofJwk(String name, String jwk) {
        return of(name, Ed25519.publicOfJwk(jwk));
    }

    public static NoteKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            var bytes = Base64.getDecoder().decode(parts[2]);
            if (bytes.length == 33 && bytes[0] == ED25519) {
                var key = of(parts[0], Arrays.copyOfRange(bytes, 1, 33));
                if (key.hashText().equals(parts[1])) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("a verification key looks like name+hash+base64");
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(Ed25519.publicKey(raw), message, signature);
    }

    String hashText() {
        return String.format("%08x", keyHash);
    }

    /// The form in which keys are handed out.
    public String text() {
        return name + "+" + hashText() + "+" + Base64.getEncoder().encodeToString(join(new byte[]{ED25519}, raw));
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof NoteKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return keyHash;
    }

    @Override
    public String toString() {
        return text();
    }

    static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
