package dev.wingman.contracts.ledger;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;

import dev.wingman.contracts.signature.SigningKey;

/// Fresh keys.
final class Keys {

    private Keys() {}

    static SigningKey fresh() {
        try {
            var pair = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            pair.setKeyId("test");
            return SigningKey.parse(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
