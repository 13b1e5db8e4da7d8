package dev.wingman.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// RFC 9562 ids. A first cause gets a UUIDv7, in order of time; what follows from it a UUIDv5 of its cause and a name, so that a replay yields the same id.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID first(Instant now) {
        var random = new byte[10];
        RANDOM.nextBytes(random);
        var bits = ByteBuffer.wrap(random);
        var high = now.toEpochMilli() << 16 | 0x7000L | bits.getShort() & 0x0FFFL;
        var low = bits.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    public static UUID derived(UUID cause, String name) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + text.length).putLong(cause.getMostSignificantBits())
                .putLong(cause.getLeastSignificantBits()).put(text).array();
        var hash = ByteBuffer.wrap(Digests.digest("SHA-1", input));
        var high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
        var low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
