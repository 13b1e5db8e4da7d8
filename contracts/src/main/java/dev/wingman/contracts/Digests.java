package dev.wingman.contracts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of bytes.
public final class Digests {

    private Digests() {}

    public static byte[] sha256(byte[] input) {
        return digest("SHA-256", input);
    }

    /// `sha256:<64 hex digits>` of the value's RFC 8785 form.
    public static String ofCanonical(Object value) {
        return "sha256:" + HexFormat.of().formatHex(sha256(Json.canonical(value)));
    }

    static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
