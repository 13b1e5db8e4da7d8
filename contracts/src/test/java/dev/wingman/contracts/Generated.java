package dev.wingman.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents that are generated and checked in: compared with what they should be, or with `-Dwingman.regenerate=true` written anew.
final class Generated {

    private static final Path DOCS = Path.of("..", "docs");

    private Generated() {}

    static void check(String name, String content) throws IOException {
        var file = DOCS.resolve(name);
        if (Boolean.getBoolean("wingman.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file).as("run this test with -Dwingman.regenerate=true and look at the difference").exists()
                .hasContent(content);
    }
}
