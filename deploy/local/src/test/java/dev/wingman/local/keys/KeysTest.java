package dev.wingman.local.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.local.parts.Account;

class KeysTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    @Test
    void signsTokensThatThePublicKeyProves() throws IOException, GeneralSecurityException {
        var keys = new Keys(folder);
        keys.makeIssuer();

        var token = TokenIssuer.load(keys.issuerKey()).sign(Map.of("sub", "coder-1", "tenant_id", "acme")).split("\\.");

        var jwk = JSON.readTree(keys.jwks().toFile()).at("/keys/0");
        var spec = new RSAPublicKeySpec(number(jwk.path("n").asText()), number(jwk.path("e").asText()));
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
        check.update((token[0] + "." + token[1]).getBytes(UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        assertThat(JSON.readTree(Base64.getUrlDecoder().decode(token[1])).path("iss").asText())
                .isEqualTo("wingman-local");
        assertThat(JSON.readTree(Base64.getUrlDecoder().decode(token[0])).path("kid")).isEqualTo(jwk.path("kid"));
    }

    @Test
    void showsNobodyAPrivateKey() throws IOException {
        var keys = new Keys(folder);
        keys.makeIssuer();
        keys.makeSigningKey("auditor-service", Account.own());

        for (var secret : new Path[]{keys.issuerKey(), keys.signingKey("auditor-service")}) {
            assertThat(permissions(secret)).isEqualTo("rw-------");
            assertThat(permissions(secret.resolveSibling("."))).isEqualTo("rwx------");
        }
        try (var trusted = Files.list(keys.trust().resolve("auditor-service"))) {
            assertThat(trusted).singleElement().satisfies(file -> {
                assertThat(permissions(file)).isEqualTo("rw-r--r--");
                assertThat(JSON.readTree(file.toFile()).has("d")).isFalse();
            });
        }
        assertThat(JSON.readTree(keys.jwks().toFile()).at("/keys/0").has("d")).isFalse();
    }

    @Test
    void keepsTheKeysOfTheFirstStart() throws IOException {
        var keys = new Keys(folder);
        keys.makeSigningKey("auditor-service", Account.own());
        var first = Files.readString(keys.signingKey("auditor-service"));

        keys.makeSigningKey("auditor-service", Account.own());

        assertThat(Files.readString(keys.signingKey("auditor-service"))).isEqualTo(first);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
