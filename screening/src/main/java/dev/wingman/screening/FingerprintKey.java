package dev.wingman.screening;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A tenant's key for fingerprints. Without it nobody can try guesses against a fingerprint, and one secret has unrelated
/// fingerprints in two tenants.
public final class FingerprintKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int SHOWN_BYTES = 4;

    private final SecretKeySpec key;

    /// A key of at least 16 bytes; a shorter one is refused with an [IllegalArgumentException].
    public FingerprintKey(byte[] key) {
        if (key.length < SHORTEST) {
            throw new IllegalArgumentException("a fingerprint key has at least 16 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// The key of one tenant, derived from a secret of the deployment.
    public static FingerprintKey ofTenant(byte[] deploymentSecret, String tenant) {
        return new FingerprintKey(new FingerprintKey(deploymentSecret).hmac("wingman/fingerprint/" + tenant));
    }

    /// Eight hex digits of HMAC-SHA-256.
    public String fingerprint(String secret) {
        return HexFormat.of().formatHex(hmac(secret), 0, SHOWN_BYTES);
    }

    @Override
    public String toString() {
        return "FingerprintKey";
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
