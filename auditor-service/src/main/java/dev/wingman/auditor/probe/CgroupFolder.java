package dev.wingman.auditor.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Cgroups;
import dev.wingman.auditor.domain.Pulse;

/// The kernel's own count of a container's processes, read from the cgroup file system: version 1 or 2, with Docker's own driver or with systemd's.
/// `pids.current` counts whoever lives there, also what this process may not see.
@ApplicationScoped
class CgroupFolder implements Cgroups {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    /// Folders where Docker alone puts its containers.
    private static final List<String> OWN = List.of("pids/docker", "docker");
    /// Folders where systemd puts them among other things.
    private static final List<String> SHARED = List.of("pids/system.slice", "system.slice");

    private final Path root;

    @Inject
    CgroupFolder(AuditorSettings settings) {
        this(settings.cgroupRoot());
    }

    CgroupFolder(Path root) {
        this.root = root;
    }

    @Override
    public Pulse pulse(String containerId) {
        if (!ID.matcher(containerId).matches()) {
            return Pulse.NOT_FOUND;
        }
        try {
            for (var folder : OWN) {
                if (Files.isDirectory(root.resolve(folder).resolve(containerId))) {
                    return count(root.resolve(folder).resolve(containerId));
                }
            }
            for (var folder : SHARED) {
                var scope = root.resolve(folder).resolve("docker-" + containerId + ".scope");
                if (Files.isDirectory(scope)) {
                    return count(scope);
                }
            }
            return nowhere();
        } catch (IOException e) {
            return Pulse.UNREADABLE;
        }
    }

    /// It may end while it is looked at.
    private static Pulse count(Path folder) throws IOException {
        try {
            var text = Files.exists(folder.resolve("pids.current"))
                    ? Files.readString(folder.resolve("pids.current")).strip()
                    : populated(folder);
            return text.equals("0") ? Pulse.GONE : Pulse.ALIVE;
        } catch (IOException e) {
            if (Files.notExists(folder)) {
                return Pulse.GONE;
            }
            throw e;
        }
    }

    /// Version 2 says so even where the `pids` controller is off.
    private static String populated(Path folder) throws IOException {
        return Files.readString(folder.resolve("cgroup.events")).lines().filter(line -> line.startsWith("populated "))
                .map(line -> line.substring("populated ".length()).strip()).findFirst()
                .orElseThrow(() -> new IOException("no cgroup.events that is known"));
    }

    private Pulse nowhere() {
        if (OWN.stream().anyMatch(folder -> Files.isReadable(root.resolve(folder)))) {
            return Pulse.GONE;
        }
        return Files.isReadable(root.resolve("pids")) || Files.isReadable(root.resolve("cgroup.controllers"))
                ? Pulse.NOT_FOUND
                : Pulse.UNREADABLE;
    }
}
