package dev.wingman.local.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.local.LocalFault;

/// Signs the tokens of a local stack: an OIDC issuer reduced to what a machine of one developer needs.
public final class TokenIssuer {

    public static final String NAME = "wingman-local";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String kid;
    private final PrivateKey key;

    private TokenIssuer(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /// Reads the private key that `Keys` made.
    public static TokenIssuer load(Path file) {
        try {
            var jwk = JSON.readValue(file.toFile(), new TypeReference<Map<String, String>>() {
            });
            var spec = new RSAPrivateCrtKeySpec(number(jwk, "n"), number(jwk, "e"), number(jwk, "d"), number(jwk, "p"),
                    number(jwk, "q"), number(jwk, "dp"), number(jwk, "dq"), number(jwk, "qi"));
            return new TokenIssuer(part(jwk, "kid"), KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (IOException | GeneralSecurityException e) {
            throw new LocalFault("the issuer's key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// A signed JWT (RS256) with exactly these claims and the issuer's name.
    public String sign(Map<String, Object> claims) {
        try {
            var all = new java.util.LinkedHashMap<String, Object>(claims);
            all.putIfAbsent("iss", NAME);
            var header = Map.of("alg", "RS256", "typ", "JWT", "kid", kid);
            var body = BASE64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                    + BASE64.encodeToString(JSON.writeValueAsBytes(all));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(body.getBytes(UTF_8));
            return body + "." + BASE64.encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a token of plain values can be signed", e);
        }
    }

    private static BigInteger number(Map<String, String> jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(part(jwk, name)));
    }

    private static String part(Map<String, String> jwk, String name) {
        var value = jwk.get(name);
        if (value == null) {
            throw new LocalFault("the issuer's key has no `" + name + "`");
        }
        return value;
    }
}
