package dev.wingman.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.wingman.local.LocalFault;

class StateFolderTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void anOpenFolder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void liesInTheCheckoutWhereOthersMayPass() throws IOException {
        var checkout = Files.createDirectory(folder.resolve("checkout"));

        var state = StateFolder.in(checkout, Optional.empty(), new Custody(true), folder.resolve("system"));

        assertThat(state.root()).isEqualTo(checkout.resolve(".wingman").toRealPath());
    }

    @Test
    void movesOutOfAPrivateFolderAndStaysThere() throws IOException {
        var checkout = Files.createDirectories(folder.resolve("private").resolve("checkout"));
        Files.setPosixFilePermissions(folder.resolve("private"), PosixFilePermissions.fromString("rwx------"));

        var first = StateFolder.in(checkout, Optional.empty(), new Custody(true), folder.resolve("system"));
        var second = StateFolder.in(checkout, Optional.empty(), new Custody(true), folder.resolve("system"));

        assertThat(first.root().getParent()).isEqualTo(folder.resolve("system").toRealPath());
        assertThat(checkout.resolve(".wingman")).isSymbolicLink();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void staysInAPrivateFolderWhenEverythingRunsAsOneUser() throws IOException {
        var checkout = Files.createDirectories(folder.resolve("private").resolve("checkout"));
        Files.setPosixFilePermissions(folder.resolve("private"), PosixFilePermissions.fromString("rwx------"));

        var state = StateFolder.in(checkout, Optional.empty(), new Custody(false), folder.resolve("system"));

        assertThat(state.root()).isEqualTo(checkout.resolve(".wingman").toRealPath());
    }

    @Test
    void refusesADataFolderThatOthersCannotReach() throws IOException {
        var closed = Files.createDirectory(folder.resolve("private"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> StateFolder.in(folder, Optional.of(closed.resolve("data")), new Custody(true),
                folder.resolve("system"))).isInstanceOf(LocalFault.class).hasMessageContaining("--data");
    }
}
