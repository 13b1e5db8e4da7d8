package dev.wingman.auditor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.Predicate.Liveness;
import dev.wingman.contracts.Predicate.Openness;
import dev.wingman.contracts.Predicate.Presence;

class ProseTest {

    @ParameterizedTest
    @ValueSource(strings = {"created file /srv/out.csv", "I created /srv/out.csv.",
            "I have created the file /srv/out.csv",
            "I've written `/srv/out.csv`", "We wrote \"/srv/out.csv\"", "The file /srv/out.csv was created.",
            "/srv/out.csv exists", "Successfully saved the new file /srv/out.csv!"})
    void readsWhatWasMade(String text) {
        assertThat(file(text).path()).isEqualTo("/srv/out.csv");
        assertThat(file(text).state()).isEqualTo(Presence.PRESENT);
        assertThat(only(text).sense()).isEqualTo(Sense.STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I deleted /srv/out.csv", "removed the file /srv/out.csv", "/srv/out.csv has been deleted"})
    void readsWhatWasDeleted(String text) {
        assertThat(file(text).state()).isEqualTo(Presence.ABSENT);
        assertThat(only(text).sense()).isEqualTo(Sense.DELETION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I have not created /srv/out.csv", "I did not create the file /srv/out.csv",
            "I haven’t written /srv/out.csv", "never created /srv/out.csv"})
    void readsADenial(String text) {
        assertThat(file(text).state()).isEqualTo(Presence.ABSENT);
        assertThat(only(text).sense()).isEqualTo(Sense.DENIAL);
    }

    @Test
    void readsProcessesPortsContainersAndAnswers() {
        assertThat(only("process nginx is running").predicate())
                .isInstanceOfSatisfying(Predicate.Process.class,
                        process -> assertThat(process.state()).isEqualTo(Liveness.RUNNING));
        assertThat(only("the process nginx is not running").predicate())
                .isInstanceOfSatisfying(Predicate.Process.class,
                        process -> assertThat(process.state()).isEqualTo(Liveness.ABSENT));
        assertThat(only("port 8080 is open").predicate())
                .isEqualTo(new Predicate.Port("localhost", 8080, Openness.OPEN));
        assertThat(only("Port 8080 on db.local is not open").predicate())
                .isEqualTo(new Predicate.Port("db.local", 8080, Openness.CLOSED));
        assertThat(only("container web is running").predicate()).isInstanceOf(Predicate.Container.class);
        assertThat(only("http://localhost:8080/health returns 200").predicate()).isInstanceOf(Predicate.Http.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I will create /srv/out.csv", "I created /srv/out.csv with all the data",
            "Nobody said I created /srv/out.csv", "I created out.csv", "if I deleted /srv/out.csv it would break",
            "port 99999 is open", "I created /srv/a and /srv/b", "the tests pass", "container web is not running"})
    void readsNothingIntoWhatFitsNoRule(String text) {
        assertThat(Prose.read(text).said()).isEmpty();
    }

    @Test
    void countsTheSentencesThatFitNoRule() {
        var read = Prose.read("I created /srv/out.csv. It is beautiful.");

        assertThat(read.said()).hasSize(1);
        assertThat(read.unread()).isEqualTo(1);
    }

    @Test
    void readsHostileTextInTime() {
        var hostile = List.of("the ".repeat(2000), "I created " + "the new ".repeat(900), "/".repeat(8000),
                "port " + "1".repeat(8000), "\"/" + "a".repeat(8000), "x".repeat(1_000_000), ". ".repeat(4000));

        Assertions.assertTimeout(Duration.ofSeconds(1), () -> hostile.forEach(Prose::read));
    }

    private static Said only(String text) {
        var read = Prose.read(text);
        assertThat(read.unread()).isZero();
        assertThat(read.said()).hasSize(1);
        return read.said().getFirst();
    }

    private static Predicate.File file(String text) {
        return (Predicate.File) only(text).predicate();
    }
}
