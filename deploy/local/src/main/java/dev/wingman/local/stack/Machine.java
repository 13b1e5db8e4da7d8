package dev.wingman.local.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.wingman.local.LocalFault;
import dev.wingman.local.parts.Ports;

/// What must be so on this machine before anything starts; each complaint says what to do.
final class Machine {

    private static final int JAVA = 25;
    private static final long NEEDED_BYTES = 512L << 20;
    private static final long FULL_BYTES = 16L << 20;
    private static final int INODE_COLUMN = 9;
    private static final int ADDRESS_COLUMN = 1;
    private static final int STATE_COLUMN = 3;
    private static final String LISTENING = "0A";

    private Machine() {}

    static void checkJava(Custody custody) {
        if (Runtime.version().feature() < JAVA) {
            throw new LocalFault("Java " + Runtime.version().feature()
                    + " is too old: install a JDK 25 (for example Temurin) and set JAVA_HOME to it");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new LocalFault("no " + java + ": install a JDK 25 (for example Temurin) and set JAVA_HOME to it");
        }
        if (custody.enforced() && !StateFolder.reachable(java)) {
            throw new LocalFault("other users cannot reach the JDK in " + System.getProperty("java.home")
                    + ", and as root each service is one: set JAVA_HOME to a JDK below /usr/lib/jvm or /opt");
        }
    }

    static void checkDisk(Path folder) {
        long free = freeBytes(folder);
        if (free < NEEDED_BYTES) {
            throw new LocalFault(
                    "the disk of %s is full: %d MB free, %d MB needed; free some space or choose another place with --data DIR"
                            .formatted(folder, free >> 20, NEEDED_BYTES >> 20));
        }
    }

    static boolean isDiskFull(Path folder) {
        return freeBytes(folder) < FULL_BYTES;
    }

    private static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new LocalFault("cannot look at the disk of " + folder + ": " + e.getMessage(), e);
        }
    }

    /// The ports, each with the name of who wants it.
    static void checkPorts(Map<Integer, String> wanted) {
        var taken = wanted.entrySet().stream().filter(entry -> !Ports.isFree(entry.getKey()))
                .map(entry -> "port %d (%s) is in use%s".formatted(entry.getKey(), entry.getValue(),
                        holder(entry.getKey()).map(who -> " by " + who).orElse("")))
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new LocalFault(taken + "; stop that, or choose other ports with --port-base N");
        }
    }

    /// Name and pid of the process that listens there, as far as we may see.
    static Optional<String> holder(int port) {
        return List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                .flatMap(table -> inode(Path.of(table), port).stream())
                .findFirst().flatMap(Machine::owner);
    }

    private static Optional<String> inode(Path table, int port) {
        var suffix = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream().skip(1).map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[STATE_COLUMN].equals(LISTENING)
                            && columns[ADDRESS_COLUMN].endsWith(suffix))
                    .map(columns -> columns[INODE_COLUMN]).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> owner(String inode) {
        return ProcessHandle.allProcesses().filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
                .map(process -> name(process) + " (pid " + process.pid() + ")").findFirst();
    }

    private static String name(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString).orElse("a process");
    }

    private static boolean holds(long pid, String socket) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "fd"))) {
            for (var file : open) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return false;
        }
    }
}
