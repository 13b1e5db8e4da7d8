package dev.wingman.local.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.local.parts.Account;

/// The key files of a stack under one folder. Each is made once and kept:
/// `keys/SERVICE/signing.jwk` (of the service's account alone), `trust/SERVICE/KID.jwk`, `issuer/issuer.jwk` (ours
/// alone), `jwks.json`.
public record Keys(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Path signingKey(String service) {
        return folder.resolve("keys").resolve(service).resolve("signing.jwk").toAbsolutePath();
    }

    public Path trust() {
        return folder.resolve("trust").toAbsolutePath();
    }

    public Path issuerKey() {
        return folder.resolve("issuer").resolve("issuer.jwk").toAbsolutePath();
    }

    public Path jwks() {
        return folder.resolve("jwks.json").toAbsolutePath();
    }

    /// The key with which one service signs its events, and its public half where the others look for it.
    public void makeSigningKey(String service, Account account) {
        account.privateFolder(folder.resolve("keys").resolve(service));
        var publicFolder = readableFolder(readableFolder(trust()).resolve(service));
        if (!Files.exists(signingKey(service))) {
            var key = Jwk.ed25519();
            readableFile(publicFolder.resolve(key.kid() + ".jwk"), json(key.open()));
            account.privateFile(signingKey(service), json(key.secret()));
        }
    }

    /// The key of the local token issuer, and the JWKS by which services know its tokens.
    public void makeIssuer() {
        Account.own().privateFolder(folder.resolve("issuer"));
        if (!Files.exists(issuerKey())) {
            var key = Jwk.rs256();
            readableFile(jwks(), json(Map.of("keys", List.of(key.open()))));
            Account.own().privateFile(issuerKey(), json(key.secret()));
        }
    }

    private static Path readableFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readableFile(Path file, String content) {
        try {
            Files.writeString(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
