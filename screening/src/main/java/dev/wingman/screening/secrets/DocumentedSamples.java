package dev.wingman.screening.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys that their issuers print in their own documents, and that open nothing. They are kept as digests with their sources, so that
/// this repository holds no key, not even a known one.
final class DocumentedSamples {
    private final Set<String> digests;

    /// @param table lines of a SHA-256 digest, what it is of, and where it is printed
    DocumentedSamples(String table) {
        digests = table.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 2)[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return digests.contains(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
