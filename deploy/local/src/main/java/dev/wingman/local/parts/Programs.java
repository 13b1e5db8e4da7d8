package dev.wingman.local.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import dev.wingman.local.LocalFault;

/// Native programs that travel in packages, unpacked once into a folder that every account can read.
public final class Programs {

    private static final String POSTGRES = "postgres-18.6.0";
    private static final String REDIS = "redis-6.2";
    private static final String READABLE = "rwxr-xr-x";

    private final Path folder;

    /// `folder` is made if missing; it must lie where other accounts may reach it.
    public Programs(Path folder) {
        this.folder = folder;
    }

    /// A folder of the temporary directory that runs of tests share. It is used only if it is ours: somebody else's
    /// programs are not to be run.
    public static Programs shared() {
        var shared = Path.of(System.getProperty("java.io.tmpdir"),
                "wingman-programs-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(shared);
            if (Account.uidOf(shared) != Account.uidOf(Path.of("/proc/self"))) {
                throw new LocalFault(shared + " belongs to somebody else: remove it, or set java.io.tmpdir");
            }
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString(READABLE));
        } catch (IOException e) {
            throw new LocalFault("cannot use " + shared + ": " + e.getMessage(), e);
        }
        return new Programs(shared);
    }

    /// The folder that holds `bin/postgres`.
    public Path postgres() {
        var archive = isArm() ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        return once(POSTGRES, fresh -> untar(archive, fresh));
    }

    /// The `redis-server` program.
    public Path redis() {
        var binary = isArm() ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        return once(REDIS, fresh -> copy(binary, fresh.resolve("redis-server"))).resolve("redis-server");
    }

    /// What goes into a folder that is filled once.
    public interface Filling {
        void into(Path fresh) throws IOException;
    }

    /// A folder that is filled once and then shared. Another run may fill the same at the same time: each fills one of its
    /// own, and the first to rename it wins.
    public Path once(String name, Filling filling) {
        var target = folder.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempDirectory(folder, ".filling-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(READABLE));
            filling.into(fresh);
            settle(fresh, target);
            return target;
        } catch (IOException e) {
            throw new LocalFault("cannot put " + name + " into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void settle(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            delete(fresh);
        }
    }

    private static void untar(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry outside of its folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    }

    private static EnumSet<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    private static void copy(String binary, Path target) throws IOException {
        try (var in = resource(binary)) {
            Files.copy(in, target);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(READABLE));
    }

    private static InputStream resource(String name) {
        var resource = Programs.class.getResourceAsStream("/" + name);
        if (resource == null) {
            throw new LocalFault("no program for this machine (" + name + " is not on the class path): Linux on x86-64"
                    + " or arm64 is needed");
        }
        return resource;
    }

    private static boolean isArm() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
    }

    /// Removes a folder and all that is in it.
    public static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
