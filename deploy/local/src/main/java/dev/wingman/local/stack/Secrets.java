package dev.wingman.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.wingman.local.LocalFault;
import dev.wingman.local.parts.Account;

/// The passwords of a stack, made at its first start and kept in a file of ours alone.
final class Secrets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES = 24;

    private final Path file;
    private final Map<String, String> known;

    private Secrets(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    static Secrets in(Path file) {
        try {
            var known = Files.exists(file)
                    ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {
                    })
                    : new TreeMap<String, String>();
            return new Secrets(file, known);
        } catch (IOException e) {
            throw new LocalFault("the passwords in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Letters and digits only: fits into every settings file as it is.
    synchronized String of(String name) {
        var secret = known.get(name);
        if (secret == null) {
            secret = fresh();
            known.put(name, secret);
            keep();
        }
        return secret;
    }

    private void keep() {
        try {
            Account.own().privateFile(file, JSON.writeValueAsString(known));
        } catch (IOException e) {
            throw new LocalFault("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
