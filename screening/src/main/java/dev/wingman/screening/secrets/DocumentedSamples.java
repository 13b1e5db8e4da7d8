package dev.wingman.screening.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Keys that their issuers print in their own documents, and that open nothing. They are kept as digests with their sources, so that
/// this repository holds no key, not even a known one.
final class DocumentedSamples {
    private final Map<Integer, Set<String>> digestsByLength;
    /// Those of a tenant, of whose lengths nobody knows.
    private final Set<String> more;

    /// @param table lines of a SHA-256 digest, the length of the key, what it is, and where it is printed
    DocumentedSamples(String table) {
        digestsByLength = table.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 3))
                .collect(Collectors.groupingBy(columns -> Integer.valueOf(columns[1]),
                        Collectors.mapping(columns -> columns[0], Collectors.toUnmodifiableSet())));
        more = Set.of();
    }

    private DocumentedSamples(Map<Integer, Set<String>> digestsByLength, Set<String> more) {
        this.digestsByLength = digestsByLength;
        this.more = Set.copyOf(more);
    }

    /// These, and keys with these digests.
    DocumentedSamples and(Set<String> digests) {
        return new DocumentedSamples(digestsByLength, digests);
    }

    boolean contain(String secret) {
        var digests = digestsByLength.getOrDefault(secret.length(), Set.of());
        if (digests.isEmpty() && more.isEmpty()) {
            return false;
        }
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            return digests.contains(digest) || more.contains(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
