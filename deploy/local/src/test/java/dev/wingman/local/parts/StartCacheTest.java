package dev.wingman.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

    @TempDir
    Path folder = Path.of("");

    private Path jar = Path.of("");
    private Path made = Path.of("");

    @BeforeEach
    void aProgramAndWhatItsTrainingWrote() throws IOException {
        jar = Files.writeString(folder.resolve("program.jar"), "classes");
        made = Files.writeString(folder.resolve("start.jsa"), "made by the program");
    }

    @Test
    void isReadableByAllAndWritableByNobody() throws IOException {
        cache("auditor-service").keep(made);

        var kept = cache("auditor-service").file();
        assertThat(kept).hasContent("made by the program");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))).isEqualTo("r--r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void isNoLongerTheProgramsOwnFile() throws IOException {
        cache("auditor-service").keep(made);

        Files.writeString(made, "written later");

        assertThat(cache("auditor-service").file()).hasContent("made by the program");
    }

    @Test
    void isNeverTakenThroughALink() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "ours alone");
        Files.delete(made);
        Files.createSymbolicLink(made, secret);

        cache("auditor-service").keep(made);

        assertThat(cache("auditor-service").file()).doesNotExist();
    }

    @Test
    void belongsToTheBytesOfOneBuild() throws IOException {
        var before = cache("auditor-service").file();

        Files.writeString(jar, "other classes");

        assertThat(cache("auditor-service").file()).isNotEqualTo(before);
    }

    @Test
    void replacesThatOfAnEarlierBuildButNoOtherProgramsCache() throws IOException {
        cache("auditor-service").keep(made);
        cache("auditor").keep(made);
        var before = cache("auditor-service").file();
        Files.writeString(jar, "other classes");

        cache("auditor-service").keep(made);

        assertThat(before).doesNotExist();
        try (var files = Files.list(folder.resolve("shelf"))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .satisfiesExactlyInAnyOrder(name -> assertThat(name).startsWith("auditor."),
                            name -> assertThat(name).startsWith("auditor-service."));
        }
    }

    @Test
    void staysWhenARunWroteNone() throws IOException {
        cache("auditor-service").keep(made);
        Files.delete(made);

        cache("auditor-service").keep(made);

        assertThat(cache("auditor-service").file()).exists();
    }

    private StartCache cache(String program) {
        return new StartCache(folder.resolve("shelf"), program, List.of(jar));
    }
}
