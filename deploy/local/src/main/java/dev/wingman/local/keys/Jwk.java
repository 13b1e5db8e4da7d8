package dev.wingman.local.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// A key pair in JSON Web Key form (RFC 7517, RFC 8037): what is secret, and what everybody may read.
public record Jwk(String kid, Map<String, String> secret, Map<String, String> open) {

    private static final int ED25519_BYTES = 32;
    private static final int RSA_BITS = 2048;
    private static final int KID_CHARACTERS = 16;

    /// Signs the events of one service.
    public static Jwk ed25519() {
        var pair = generate("Ed25519", 0);
        var x = tail(pair.getPublic().getEncoded());
        var open = new LinkedHashMap<String, String>();
        var kid = kid(x);
        open.put("kty", "OKP");
        open.put("crv", "Ed25519");
        open.put("kid", kid);
        open.put("alg", "EdDSA");
        open.put("use", "sig");
        open.put("x", base64(x));
        var secret = new LinkedHashMap<>(open);
        secret.put("d", base64(tail(pair.getPrivate().getEncoded())));
        return new Jwk(kid, secret, open);
    }

    /// Signs the tokens of the local issuer.
    public static Jwk rs256() {
        var key = (RSAPrivateCrtKey) generate("RSA", RSA_BITS).getPrivate();
        var modulus = bytes(key.getModulus());
        var kid = kid(modulus);
        var open = new LinkedHashMap<String, String>();
        open.put("kty", "RSA");
        open.put("kid", kid);
        open.put("alg", "RS256");
        open.put("use", "sig");
        open.put("n", base64(modulus));
        open.put("e", base64(bytes(key.getPublicExponent())));
        var secret = new LinkedHashMap<>(open);
        secret.put("d", base64(bytes(key.getPrivateExponent())));
        secret.put("p", base64(bytes(key.getPrimeP())));
        secret.put("q", base64(bytes(key.getPrimeQ())));
        secret.put("dp", base64(bytes(key.getPrimeExponentP())));
        secret.put("dq", base64(bytes(key.getPrimeExponentQ())));
        secret.put("qi", base64(bytes(key.getCrtCoefficient())));
        return new Jwk(kid, secret, open);
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /// X.509 and PKCS#8 forms of an Ed25519 key end with its 32 raw bytes.
    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    }

    private static byte[] bytes(BigInteger number) {
        var signed = number.toByteArray();
        return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    }

    private static String kid(byte[] material) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(material);
            return HexFormat.of().formatHex(digest).substring(0, KID_CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
