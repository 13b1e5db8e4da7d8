package dev.wingman.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import dev.wingman.local.LocalFault;
import dev.wingman.local.parts.Account;

/// Where a stack keeps everything: keys, data, settings, logs, and who runs.
public record StateFolder(Path root) {

    private static final Path SYSTEM = Path.of("/var/lib/wingman");
    private static final int HASH_CHARACTERS = 12;

    /// `--data DIR` if given, else `.wingman` in the checkout. Where other accounts could not reach that (a checkout in
    /// `/root`), `.wingman` becomes a link to a folder of `/var/lib/wingman`.
    public static StateFolder in(Path checkout, Optional<Path> data, Custody custody) {
        return in(checkout, data, custody, SYSTEM);
    }

    static StateFolder in(Path checkout, Optional<Path> data, Custody custody, Path system) {
        var wanted = data.map(Path::toAbsolutePath).orElse(checkout.toAbsolutePath().resolve(".wingman")).normalize();
        try {
            if (custody.enforced() && data.isEmpty() && !Files.exists(wanted) && !reachable(wanted)) {
                Files.deleteIfExists(wanted);
                Files.createSymbolicLink(wanted, Files.createDirectories(system.resolve(hash(checkout))));
            } else if (!Files.exists(wanted)) {
                Files.createDirectories(wanted);
            }
            var real = wanted.toRealPath();
            if (custody.enforced() && !reachable(real)) {
                throw new LocalFault("other users cannot reach " + real
                        + ", and as root each service is one: choose a --data folder outside of private folders");
            }
            Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new StateFolder(real);
        } catch (IOException e) {
            throw new LocalFault("cannot use " + wanted + ": " + e.getMessage() + "; choose another with --data DIR",
                    e);
        }
    }

    /// True when every folder above may be passed through by everybody.
    static boolean reachable(Path path) {
        try {
            for (var above = path.toAbsolutePath().normalize().getParent(); above != null; above = above.getParent()) {
                if (Files.exists(above)
                        && !Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What tells clients where the stack is.
    public Path local() {
        return root.resolve("local.json");
    }

    /// A process' own folder.
    public Path run(String name) {
        return root.resolve("run").resolve(name);
    }

    /// Logs and pid files, ours alone.
    public Path processes() {
        return Account.own().privateFolder(root.resolve("processes"));
    }

    /// Programs and applications in a place that every account can read.
    public Path programs() {
        return root.resolve("programs");
    }

    public Path apps() {
        return root.resolve("apps");
    }

    public Path secrets() {
        return root.resolve("secrets.json");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path checkout) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(checkout.toAbsolutePath().toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
