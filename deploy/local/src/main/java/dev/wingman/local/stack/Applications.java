package dev.wingman.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.wingman.contracts.Service;
import dev.wingman.local.LocalFault;
import dev.wingman.local.parts.Programs;

/// The built services, in a place where their accounts can read them.
record Applications(Path checkout, StateFolder state, Custody custody) {

    private static final String JAR = "quarkus-run.jar";

    /// Services that nobody has built yet.
    List<String> missing() {
        return Arrays.stream(Service.values()).map(Service::folder)
                .filter(service -> !Files.exists(built(service).resolve(JAR))).toList();
    }

    /// The folder to run a service from: as built, or linked into the state folder if others cannot reach the checkout.
    Path readable(String service) {
        var built = built(service);
        return openToAll(built) ? built : linked(built, state.apps().resolve(service));
    }

    /// Our own class path for the broker's account. If one entry must be linked all are: a start-up cache holds in every
    /// folder in which the jars lie alike, and so only if they move together.
    String readableClassPath() {
        var entries = classPath();
        var readable = new ArrayList<>(entries);
        if (!entries.stream().allMatch(this::openToAll)) {
            readable.clear();
            for (var entry : entries) {
                readable.add(linked(entry, state.apps().resolve("launcher").resolve(name(readable.size(), entry))));
            }
        }
        return readable.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .map(Path::toAbsolutePath).filter(Files::exists).toList();
    }

    /// A file of the checkout, likewise.
    Path readableFile(Path file) {
        return openToAll(file) ? file : linked(file, state.apps().resolve("files").resolve(file.getFileName()));
    }

    private static String name(int index, Path entry) {
        return index + "-" + entry.getFileName();
    }

    Path built(String service) {
        return checkout.resolve(service).resolve("target").resolve("quarkus-app");
    }

    private boolean openToAll(Path path) {
        return !custody.enforced() || StateFolder.reachable(path);
    }

    /// A fresh tree of hard links; what cannot be linked, or could not be read through the link, is copied.
    private static Path linked(Path from, Path to) {
        try {
            if (Files.exists(to)) {
                Programs.delete(to);
            }
            try (var paths = Files.walk(from)) {
                for (var path : paths.toList()) {
                    link(path, to.resolve(from.relativize(path).toString()));
                }
            }
            return to;
        } catch (IOException e) {
            throw new LocalFault("cannot put " + from + " where its account can read it: " + e.getMessage(), e);
        }
    }

    private static void link(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Files.createDirectories(parent(to));
        if (Files.getPosixFilePermissions(from).contains(PosixFilePermission.OTHERS_READ) && hardLinked(from, to)) {
            return;
        }
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static boolean hardLinked(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            return true;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        if (parent == null) {
            throw new UncheckedIOException(new IOException("no folder above " + path));
        }
        return parent;
    }
}
