package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Predicate;

class ProseTest {

    private static final Optional<String> NOWHERE = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"The file /srv/out.csv exists", "/srv/out.csv is there.", "file `/srv/old` does not exist",
            "/srv/out.csv contains \"total\"", "container shop-db is running", "Container shop-db is gone",
            "process postgres is running", "Port 8080 is open", "port db.local:5432 is closed",
            "http://localhost:8080/health answers 200", "tests in /srv/report.xml pass",
            "File /srv/out.csv must exist", "the directory /srv/out has been created", "/tmp/lock should be gone",
            "The shop-db container is up and running", "container shop-db reports healthy",
            "the shop-db container should be healthy", "GET http://localhost:8080/health returns status code 200",
            "http://localhost/x must respond with a 404", "port 5432 on db.local is listening",
            "Port 8080 accepts connections", "process nginx does not run", "All tests in /srv/report.xml are green"})
    void compilesAFormThatAProbeCanCheck(String sentence) {
        assertThat(Prose.compile(sentence, NOWHERE)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The file exists", "the file /srv/out.csv exists and is pretty", "port 99999 is open",
            "tests pass", "I hope that container x is running", "http:// answers 200",
            "container a or container b is running", "port 80 is open to discussion", "the container is running",
            "/srv/out.csv is created unless nothing was sold", "container shop-db is not running"})
    void leavesAsProseWhatFitsNoFormWhole(String sentence) {
        assertThat(Prose.compile(sentence, NOWHERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests pass", "All tests pass.", "The tests are green", "all unit tests must pass"})
    void bindsPassingTestsToTheReportThatTheInstructionNames(String sentence) {
        assertThat(Prose.compile(sentence, Optional.of("/srv/report.xml")))
                .contains(new Predicate.TestReport("/srv/report.xml", 1, 0));
    }

    @Test
    void tellsAbsentFromPresent() {
        assertThat(Prose.compile("/srv/old was deleted", NOWHERE)).get()
                .extracting(predicate -> ((Predicate.File) predicate).state()).isEqualTo(Predicate.Presence.ABSENT);
    }

    @Test
    void isQuickOnAHostileSentence() {
        var sentence = "the file /" + "a/".repeat(100_000) + " exists";

        var begun = System.nanoTime();
        var predicate = Prose.compile(sentence, NOWHERE);

        assertThat(predicate).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
}
