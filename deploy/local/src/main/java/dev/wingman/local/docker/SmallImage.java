package dev.wingman.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// An image without a registry: a busybox of this machine with the libraries that it is linked to, and one page to serve.
public final class SmallImage {

    /// What is missing where none can be made.
    public static final String ADVICE = "install busybox-static (apt-get install busybox-static)";

    private static final List<Path> PLACES = List.of(Path.of("/bin"), Path.of("/usr/bin"), Path.of("/usr/sbin"),
            Path.of("/usr/lib/initramfs-tools/bin"), Path.of("/usr/lib/busybox"));
    private static final Pattern LIBRARY = Pattern.compile("(?:^|=>)\\s*(/\\S+) \\(");
    private static final int EXECUTABLE = 0100755;
    private static final int READABLE = 0100644;

    private SmallImage() {}

    /// The root folder as a tar; empty where this machine has no busybox that serves pages.
    public static Optional<byte[]> tar(String page) {
        return Stream.concat(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(place -> !place.isEmpty()).map(Path::of), PLACES.stream())
                .map(place -> place.resolve("busybox")).filter(Files::isExecutable)
                .filter(busybox -> said(busybox.toString(), "--list").lines().anyMatch("httpd"::equals)).findFirst()
                .map(busybox -> tar(busybox, page));
    }

    private static byte[] tar(Path busybox, String page) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            add(tar, "bin/busybox", EXECUTABLE, Files.readAllBytes(busybox));
            for (var library : libraries(busybox)) {
                add(tar, library.toString().substring(1), EXECUTABLE, Files.readAllBytes(library));
            }
            add(tar, "www/index.html", READABLE, page.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /// None for a static one.
    private static List<Path> libraries(Path program) {
        var found = new ArrayList<Path>();
        said("ldd", program.toString()).lines().map(LIBRARY::matcher).forEach(matcher -> {
            if (matcher.find()) {
                found.add(Path.of(matcher.group(1)));
            }
        });
        return found;
    }

    private static String said(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
