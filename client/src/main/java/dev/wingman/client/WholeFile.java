package dev.wingman.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is either complete or not there: nobody takes half an export for a ledger.
final class WholeFile {
    private WholeFile() {}

    static long write(Path file, InputStream content) throws IOException {
        var target = file.toAbsolutePath();
        var temporary = besides(target);
        try {
            var size = Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// A folder that is missing or closed is the caller's matter, not the service's.
    private static Path besides(Path target) {
        try {
            return Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + target.getParent(), e);
        }
    }
}
