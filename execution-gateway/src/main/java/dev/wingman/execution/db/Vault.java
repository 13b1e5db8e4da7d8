package dev.wingman.execution.db;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.wingman.contracts.Digests;
import dev.wingman.execution.ExecutionSettings;
import dev.wingman.execution.domain.Drill;
import dev.wingman.platform.events.Envelopes;

/// Encrypts definitions: AES-256-GCM, a fresh nonce each, bound to tenant, drill and name, so that none can be put in another's place.
@ApplicationScoped
class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Vault(ExecutionSettings settings, Envelopes envelopes) {
        var bytes = settings.definitionKey().map(text -> Base64.getDecoder().decode(text))
                .orElseGet(() -> Digests.sha256(envelopes.signingKey()
                        .sign("wingman/definitions/execution-gateway".getBytes(US_ASCII))));
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("wingman.execution.definition-key is 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(Drill drill, String name, byte[] definition) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, drill, name).doFinal(definition);
            var both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a definition cannot be encrypted", e);
        }
    }

    byte[] open(Drill drill, String name, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), drill, name)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a recorded definition cannot be decrypted: another key, or somebody changed it", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Drill drill, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((drill.tenant() + "|" + drill.id() + "|" + name).getBytes(UTF_8));
        return cipher;
    }
}
