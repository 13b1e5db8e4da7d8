package dev.wingman.contracts.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import dev.wingman.contracts.Json;
import dev.wingman.contracts.WireRecord;

/// A service's own Ed25519 key. It signs what the service writes: a detached JWS over topic, key, headers and value.
public final class SigningKey {

    static final String GRANT_TYPE = "wingman-grant+jwt";

    private final OctetKeyPairJsonWebKey key;

    private SigningKey(OctetKeyPairJsonWebKey key) {
        this.key = key;
    }

    /// Reads a private JWK (`kty` OKP, `crv` Ed25519, with `kid` and `d`).
    public static SigningKey read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing key " + file, e);
        }
    }

    public static SigningKey parse(String jwk) {
        try {
            if (JsonWebKey.Factory.newJwk(jwk) instanceof OctetKeyPairJsonWebKey pair && pair.getPrivateKey() != null
                    && pair.getKeyId() != null) {
                return new SigningKey(pair);
            }
        } catch (JoseException e) {
            throw new IllegalArgumentException("the signing key is not a JWK", e);
        }
        throw new IllegalArgumentException("the signing key is not a private Ed25519 JWK with a kid");
    }

    public String keyId() {
        return key.getKeyId();
    }

    /// The raw 32 bytes of the public half.
    public byte[] publicBytes() {
        return Ed25519.rawPublic(key.getPublicKey());
    }

    /// A plain Ed25519 signature, 64 bytes.
    public byte[] sign(byte[] message) {
        return Ed25519.sign(key.getPrivateKey(), message);
    }

    /// The grant as a compact JWS. Its `typ` keeps it from being taken for an event's signature, and the other way round.
    public String sign(Grant grant) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", GRANT_TYPE);
            jws.setPayloadBytes(Json.bytes(grant));
            jws.setKey(key.getPrivateKey());
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    /// The same record with its signature in the header `ce_signature`.
    public WireRecord sign(WireRecord record) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setPayloadBytes(SignedForm.of(record));
            jws.setKey(key.getPrivateKey());
            return record.with(SignedForm.HEADER, jws.getDetachedContentCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }
}
