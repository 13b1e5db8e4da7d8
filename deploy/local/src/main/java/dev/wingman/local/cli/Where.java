package dev.wingman.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.wingman.local.LocalFault;
import dev.wingman.local.stack.Stack;

/// Which stack a command means: that of this checkout, or the one in `--data`.
final class Where {

    @Option(names = "--data", paramLabel = "DIR", description = "keep everything in DIR instead of .wingman "
            + "(or set WINGMAN_STATE)")
    @Nullable
    Path data;

    Stack stack() {
        return new Stack(checkout(), folder());
    }

    /// The command line that means the same stack, wherever it is typed.
    String command(String words) {
        return command(words, folder());
    }

    static String command(String words, Optional<Path> folder) {
        return "`wingman " + words + folder.map(path -> " --data " + path.toAbsolutePath()).orElse("") + "`";
    }

    private Optional<Path> folder() {
        return Optional.ofNullable(data)
                .or(() -> Optional.ofNullable(System.getenv("WINGMAN_STATE")).filter(text -> !text.isBlank())
                        .map(Path::of));
    }

    /// The start script says where it lies; without it we look upwards from where we are.
    static Path checkout() {
        var told = Optional.ofNullable(System.getProperty("wingman.home"))
                .or(() -> Optional.ofNullable(System.getenv("WINGMAN_HOME")));
        if (told.isPresent()) {
            return Path.of(told.get()).toAbsolutePath();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy").resolve("local"))) {
                return folder;
            }
        }
        throw new LocalFault("this is no checkout of Wingman: run its `wingman` script");
    }
}
