package dev.wingman.contracts.ledger;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Takes an entry's line apart without reading it as JSON: without its `index` and `proof` the line is the canonical leaf, byte for byte. The
/// leaf's hash decides whether those bytes are right; what is cut out is compared with the one way in which it may be written.
final class EntryScan {

    private static final byte[] CUT = ",\"index\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROOF = ",\"proof\":[".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_TEXT = 44;

    /// @param proof the hashes that the line brought, the lowest first
    record Entry(byte[] leafHash, List<byte[]> proof) {}

    private final MessageDigest sha256;

    EntryScan() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The entry in the line, if it is well formed, has that index and that many hashes.
    Optional<Entry> read(byte[] line, long index, int hashes) {
        var cut = cut(line);
        if (cut < 0) {
            return Optional.empty();
        }
        var number = Long.toString(index).getBytes(StandardCharsets.US_ASCII);
        var at = cut + CUT.length;
        if (!startsWith(line, at, number) || !startsWith(line, at + number.length, PROOF)) {
            return Optional.empty();
        }
        at += number.length + PROOF.length;
        var end = at + hashes * (HASH_TEXT + 3) + (hashes == 0 ? 1 : 0);
        if (end >= line.length || line[end - 1] != ']' || line[end] != ',') {
            return Optional.empty();
        }
        var proof = proof(line, at, hashes);
        return proof.size() == hashes
                ? Optional.of(new Entry(leafHash(line, cut, end), proof))
                : Optional.empty();
    }

    /// The comma behind `headers`: the first one outside of a string and of an inner object that `"index"` follows.
    private static int cut(byte[] line) {
        var depth = 0;
        for (int at = 0; at < line.length; at++) {
            switch (line[at]) {
                case '"' -> at = endOfString(line, at);
                case '{' -> depth++;
                case '}' -> depth--;
                case ',' -> {
                    if (depth == 1 && startsWith(line, at, CUT)) {
                        return at;
                    }
                }
                default -> {
                }
            }
        }
        return -1;
    }

    private static int endOfString(byte[] line, int quote) {
        var at = quote + 1;
        while (at < line.length && line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private static List<byte[]> proof(byte[] line, int start, int hashes) {
        var proof = new ArrayList<byte[]>(hashes);
        var at = start;
        for (int i = 0; i < hashes; i++) {
            var hash = hash(line, at);
            if (hash == null || line[at + HASH_TEXT + 2] != (i == hashes - 1 ? ']' : ',')) {
                break;
            }
            proof.add(hash);
            at += HASH_TEXT + 3;
        }
        return proof;
    }

    private static byte @Nullable [] hash(byte[] line, int quote) {
        if (line[quote] != '"' || line[quote + 1 + HASH_TEXT] != '"') {
            return null;
        }
        var text = Arrays.copyOfRange(line, quote + 1, quote + 1 + HASH_TEXT);
        try {
            var hash = Base64.getDecoder().decode(text);
            return hash.length == Merkle.HASH_BYTES && Arrays.equals(Base64.getEncoder().encode(hash), text)
                    ? hash
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private byte[] leafHash(byte[] line, int cut, int end) {
        sha256.update((byte) 0);
        sha256.update(line, 0, cut);
        sha256.update(line, end, line.length - end);
        return digest();
    }

    private byte[] digest() {
        var hash = new byte[Merkle.HASH_BYTES];
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
        return hash;
    }

    private static boolean startsWith(byte[] line, int at, byte[] what) {
        return at + what.length <= line.length
                && Arrays.equals(line, at, at + what.length, what, 0, what.length);
    }
}
