package dev.wingman.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class NarratorTest {

    private static final int HEAD = 25;

    private final StringWriter told = new StringWriter();
    private final Narrator narrator = new Narrator(new PrintWriter(told), Ansi.OFF, Instant.now());

    @ParameterizedTest
    @ValueSource(strings = {"short",
            "Docker engine at /var/run/docker.sock: held by execution-gateway alone, custody enforced",
            "custody not enforced: not root, so every service runs as you (`wingman up --without-custody` goes on "
                    + "anyway); drills are refused. `apt-get install docker.io` brings one"})
    void tellsWholeWhatIsLongerThanALine(String text) {
        narrator.whole("demo", text);

        assertThat(told.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(told.toString().lines().map(line -> line.substring(HEAD)).collect(Collectors.joining(" ")))
                .isEqualTo(text);
    }

    @Test
    void shortensWhatMayBeShort() {
        narrator.event("telegram", "x".repeat(200));

        assertThat(told.toString()).contains("x…").doesNotContain("x".repeat(90));
    }
}
