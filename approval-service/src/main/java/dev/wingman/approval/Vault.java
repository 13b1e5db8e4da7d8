package dev.wingman.approval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.config.Secret;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.wingman.contracts.Digests;
import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Envelopes;

/// Keeps the secrets of second factors from whoever reads the database: AES-256-GCM, each bound to its tenant and operator.
@ApplicationScoped
public class Vault {

    private static final String FROM_SIGNING_KEY = "wingman/second-factors/approval-service";
    private static final int SHORTEST_KEY = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Vault(ApprovalSettings settings, Envelopes envelopes) {
        var text = settings.secondFactorKey().map(Secret::get);
        if (text.filter(it -> it.length() < SHORTEST_KEY).isPresent()) {
            throw new IllegalStateException("wingman.approval.second-factor-key has fewer than 32 characters");
        }
        var material = text.map(it -> it.getBytes(StandardCharsets.UTF_8)).orElseGet(
                () -> envelopes.signingKey().sign(FROM_SIGNING_KEY.getBytes(StandardCharsets.US_ASCII)));
        this.key = new SecretKeySpec(Digests.sha256(material), "AES");
    }

    public byte[] close(Identifier tenant, Identifier operator, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var closed = run(Cipher.ENCRYPT_MODE, nonce, tenant, operator, secret);
            return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    /// Nothing where another key closed it, or for somebody else.
    public Optional<byte[]> open(Identifier tenant, Identifier operator, byte[] closed) {
        var buffer = ByteBuffer.wrap(closed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, nonce, tenant, operator, rest));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, Identifier tenant, Identifier operator, byte[] input)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant + "/" + operator).getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
