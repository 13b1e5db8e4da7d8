package dev.wingman.local.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.CRC32;

/// The JVM's archive of the classes that one program loads, on a shelf that all stacks of a build share: a training run
/// writes it at its orderly end, later runs start with it.
///
/// Its name tells the JDK and the program's jars: another build has another file, and a stale one is only slow, since the
/// JVM itself refuses it. On the shelf it is ours and read-only: whoever could write it could run code in that program.
public record StartCache(Path shelf, String name, List<Path> jars) {

    public Path file() {
        return shelf.resolve(name + "." + fingerprint() + ".jsa").toAbsolutePath();
    }

    /// Puts a copy of what a training run wrote on the shelf, and throws the program's older ones away. A run that was
    /// not trained wrote nothing; a link is none of its doing and is not followed.
    public void keep(Path made) {
        try {
            if (!Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Files.createDirectories(shelf);
            Files.setPosixFilePermissions(shelf, PosixFilePermissions.fromString("rwxr-xr-x"));
            discard();
            var fresh = Files.createTempFile(shelf, name, ".new");
            Files.copy(made, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r--r--r--"));
            Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void discard() throws IOException {
        try (var files = Files.list(shelf)) {
            for (var old : files.filter(path -> path.getFileName().toString().startsWith(name + ".")).toList()) {
                Files.delete(old);
            }
        }
    }

    private String fingerprint() {
        try {
            var sum = new CRC32();
            add(sum, System.getProperty("java.vm.version"));
            for (var jar : jars) {
                add(sum, jar.getFileName(), Files.getLastModifiedTime(jar), Files.size(jar));
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(CRC32 sum, Object... facts) {
        for (var fact : facts) {
            sum.update(String.valueOf(fact).getBytes(UTF_8));
        }
    }
}
