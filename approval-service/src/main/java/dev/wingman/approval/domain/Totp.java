package dev.wingman.approval.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// RFC 6238 with its defaults, which every authenticator knows: HMAC-SHA-1, steps of 30 s, six digits.
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int SHORTEST_BYTES = 16;
    private static final int BLOCK_BYTES = 64;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    public Totp(byte[] secret) {
        if (secret.length < SHORTEST_BYTES || secret.length > BLOCK_BYTES) {
            throw new IllegalArgumentException("a secret has 128 bits or more, and fits a block of SHA-1");
        }
        this.secret = secret.clone();
    }

    /// The number of the step that this moment lies in.
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), (long) STEP_SECONDS);
    }

    /// The code of a step.
    public String code(long step) {
        return code(step, DIGITS);
    }

    String code(long step, int digits) {
        var hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0x0F;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFFFFFF;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
    }

    /// RFC 2104 over SHA-1.
    private byte[] hmac(byte[] text) {
        return sha1(padded(0x5C), sha1(padded(0x36), text));
    }

    private byte[] padded(int pad) {
        var block = Arrays.copyOf(secret, BLOCK_BYTES);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private static byte[] sha1(byte[] head, byte[] tail) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(head);
            return digest.digest(tail);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /// The secret as authenticators want it typed: base 32 of RFC 4648, without padding.
    public String typed() {
        return base32(secret);
    }

    public static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (var one : bytes) {
            held = held << Byte.SIZE | one & 0xFF;
            bits += Byte.SIZE;
            for (; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt(held >> bits - 5 & 31));
            }
            held &= 31;
        }
        return bits == 0 ? text.toString() : text.append(ALPHABET.charAt(held << 5 - bits & 31)).toString();
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Totp that && Arrays.equals(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "Totp[secret]";
    }
}
