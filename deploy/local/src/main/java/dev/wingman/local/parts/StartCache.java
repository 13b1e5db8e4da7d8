package dev.wingman.local.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The JVM's ahead-of-time cache of one program: a training run writes it at its orderly end, later runs start with it.
///
/// It is bound to the JDK and to the program's bytes: another build has another file, and a stale one is only slow.
public record StartCache(Path folder, Path program, boolean training) {

    /// The option for this run: use the cache if there is one, make it if this is a training run.
    public Optional<String> option() {
        if (Files.exists(file())) {
            return Optional.of("-XX:AOTCache=" + file());
        }
        return training ? Optional.of("-XX:AOTCacheOutput=" + file()) : Optional.empty();
    }

    /// Removes the caches of earlier builds.
    public void tidy() {
        try (var files = Files.list(folder)) {
            for (var old : files.filter(path -> path.getFileName().toString().endsWith(".aot"))
                    .filter(path -> !path.equals(file())).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve(fingerprint() + ".aot").toAbsolutePath();
    }

    private String fingerprint() {
        try {
            var sum = new CRC32();
            for (var fact : List.of(System.getProperty("java.vm.version"), program.toAbsolutePath(),
                    Files.getLastModifiedTime(program), Files.size(program))) {
                sum.update(fact.toString().getBytes(UTF_8));
            }
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
