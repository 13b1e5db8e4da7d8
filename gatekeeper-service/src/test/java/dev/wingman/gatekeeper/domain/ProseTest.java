package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Predicate;

class ProseTest {

    @ParameterizedTest
    @ValueSource(strings = {"The file /srv/out.csv exists", "/srv/out.csv is there.", "file `/srv/old` does not exist",
            "/srv/out.csv contains \"total\"", "container shop-db is running", "Container shop-db is gone",
            "process postgres is running", "Port 8080 is open", "port db.local:5432 is closed",
            "http://localhost:8080/health answers 200", "tests in /srv/report.xml pass"})
    void compilesAFormThatAProbeCanCheck(String sentence) {
        assertThat(Prose.compile(sentence)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The file exists", "the file /srv/out.csv exists and is pretty", "port 99999 is open",
            "tests pass", "I hope that container x is running", "http:// answers 200"})
    void leavesAsProseWhatFitsNoFormWhole(String sentence) {
        assertThat(Prose.compile(sentence)).isEmpty();
    }

    @Test
    void tellsAbsentFromPresent() {
        assertThat(Prose.compile("/srv/old was deleted")).get()
                .extracting(predicate -> ((Predicate.File) predicate).state()).isEqualTo(Predicate.Presence.ABSENT);
    }

    @Test
    void isQuickOnAHostileSentence() {
        var sentence = "the file /" + "a/".repeat(100_000) + " exists";

        var begun = System.nanoTime();
        var predicate = Prose.compile(sentence);

        assertThat(predicate).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
}
