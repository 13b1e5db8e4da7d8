package dev.wingman.contracts.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import dev.wingman.contracts.Envelope;
import dev.wingman.contracts.Event;
import dev.wingman.contracts.Json;
import dev.wingman.contracts.Service;
import dev.wingman.contracts.Topic;
import dev.wingman.contracts.WireRecord;

/// The public keys of the services: `<folder>/<service>/<kid>.jwk`. The deployment owns the folder; a changed file counts at once, a removed
/// one is no longer believed, and nothing on Kafka can add one.
public final class TrustFolder {

    private static final AlgorithmConstraints ED_DSA_ONLY = new AlgorithmConstraints(ConstraintType.PERMIT,
            AlgorithmIdentifiers.EDDSA);

    private record Loaded(FileTime changed, PublicKey key) {}

    private final Path folder;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    public TrustFolder(Path folder) {
        this.folder = folder;
    }

    /// Judges a record by its signature. Records of kinds that are never signed are trusted as they are.
    public Trust judge(WireRecord record, Envelope<? extends Event> envelope) {
        var topic = Topic.named(record.topic());
        if (topic.isEmpty() || !topic.get().writableBy(envelope.source())) {
            return new Trust.Untrusted(envelope.source().folder() + " does not write " + record.topic());
        }
        if (!envelope.event().signed()) {
            return new Trust.Trusted();
        }
        var signature = record.headers().get(SignedForm.HEADER);
        return signature == null ? new Trust.Untrusted("no signature") : verify(record, envelope.source(), signature);
    }

    /// Reads a grant, if the approval service signed it. Who may act on it, on what and until when is for the reader to check.
    public Optional<Grant> grant(String jws) {
        try {
            var signed = new JsonWebSignature();
            signed.setAlgorithmConstraints(ED_DSA_ONLY);
            signed.setCompactSerialization(jws);
            var key = key(Service.APPROVAL, signed.getKeyIdHeaderValue());
            if (key.isEmpty() || !SigningKey.GRANT_TYPE.equals(signed.getHeader("typ"))) {
                return Optional.empty();
            }
            signed.setKey(key.get());
            return signed.verifySignature()
                    ? Optional.of(Json.tolerant().readValue(signed.getPayloadBytes(), Grant.class))
                    : Optional.empty();
        } catch (JoseException | IOException e) {
            return Optional.empty();
        }
    }

    private Trust verify(WireRecord record, Service writer, String signature) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ED_DSA_ONLY);
            jws.setCompactSerialization(attach(signature, SignedForm.of(record)));
            var key = key(writer, jws.getKeyIdHeaderValue());
            if (key.isEmpty()) {
                return new Trust.Untrusted("no such key in the trust folder of " + writer.folder());
            }
            jws.setKey(key.get());
            return jws.verifySignature() ? new Trust.Trusted() : new Trust.Untrusted("the signature does not fit");
        } catch (JoseException e) {
            return new Trust.Untrusted("the signature is not a detached JWS");
        }
    }

    /// Puts the record's own form where a detached signature leaves its payload out. One that brings a payload was made for something else.
    private static String attach(String detached, byte[] payload) throws JoseException {
        var parts = detached.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new JoseException("not detached");
        }
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload) + "." + parts[2];
    }

    private Optional<PublicKey> key(Service writer, String keyId) {
        if (keyId == null || !keyId.matches("[A-Za-z0-9._-]{1,80}") || keyId.startsWith(".")) {
            return Optional.empty();
        }
        var file = folder.resolve(writer.folder()).resolve(keyId + ".jwk");
        try {
            var changed = Files.getLastModifiedTime(file);
            var known = loaded.get(file);
            if (known != null && known.changed().equals(changed)) {
                return Optional.of(known.key());
            }
            if (JsonWebKey.Factory.newJwk(Files.readString(file)) instanceof OctetKeyPairJsonWebKey pair) {
                loaded.put(file, new Loaded(changed, pair.getPublicKey()));
                return Optional.of(pair.getPublicKey());
            }
            return Optional.empty();
        } catch (IOException | JoseException e) {
            loaded.remove(file);
            return Optional.empty();
        }
    }
}
