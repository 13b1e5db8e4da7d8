package dev.wingman.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Under whose user id something runs, and who therefore owns its files. The id needs no entry in the password file.
///
/// @param group a group beside its own: only who holds something for all of us has one
public record Account(OptionalInt uid, OptionalInt group) {

    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE_FILE = "rw-------";

    /// The user who started us.
    public static Account own() {
        return new Account(OptionalInt.empty(), OptionalInt.empty());
    }

    public static Account of(int uid) {
        return new Account(OptionalInt.of(uid), OptionalInt.empty());
    }

    /// The same account as a member of that group. Our own is in its groups already.
    public Account inGroup(int gid) {
        return uid.isEmpty() ? this : new Account(uid, OptionalInt.of(gid));
    }

    /// Only root can become somebody else, and so only as root is custody enforced.
    public static boolean canSwitch() {
        return "root".equals(System.getProperty("user.name")) && uidOf(Path.of("/proc/self")) == 0;
    }

    /// Puts in front of a command what gives up every privilege. With our own account nothing is given up.
    public List<String> wrap(List<String> command) {
        if (uid.isEmpty()) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("setpriv", "--reuid=" + uid.getAsInt(), "--regid=" + uid.getAsInt(),
                group.isPresent() ? "--groups=" + group.getAsInt() : "--clear-groups", "--no-new-privs",
                "--inh-caps=-all", "--bounding-set=-all"));
        wrapped.addAll(command);
        return wrapped;
    }

    /// A folder that only this account may enter.
    public Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PRIVATE_FOLDER));
            return own(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file that only this account may read; it is never readable by others, not even while it is written.
    public Path privateFile(Path file, String content) {
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE_FILE));
        try {
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", "", permissions);
            Files.writeString(fresh, content, StandardOpenOption.TRUNCATE_EXISTING);
            own(fresh);
            return Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives one file or folder to this account.
    public Path own(Path path) throws IOException {
        if (uid.isPresent()) {
            Files.setAttribute(path, "unix:uid", uid.getAsInt(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", uid.getAsInt(), LinkOption.NOFOLLOW_LINKS);
        }
        return path;
    }

    static int uidOf(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
