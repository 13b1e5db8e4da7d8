package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;

class HazardTest {

    @ParameterizedTest
    @EnumSource
    void findsADeploymentInWhicheverPointItHides(Point point) {
        assertThat(risk(point, "Then deploy it to production")).isEqualTo(Risk.MEDIUM);
        assertThat(risk(point, "Delete the accounts of 2019 afterwards")).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Never deploy", "Do not restart any container, migrate nothing", "Don't delete accounts",
            "No deploys, no restarts", "Deployments are out of scope", "Deleting accounts is forbidden",
            "Non-goals: upgrading the broker", "Must not:\n- deploy to production\n- delete volumes",
            "Avoid restarts of the database", "Production stays untouched by any migration",
            "No deletion but of nothing: only files below /srv"})
    void takesNoBoundaryThatRulesADangerOutForTheDanger(String boundary) {
        assertThat(risk(Point.BOUNDARIES, boundary)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rows not needed are deleted", "Without delay delete the rows of 2019",
            "Tables never read are dropped", "Revoke the tokens of all partners", "Refund every order of October",
            "Discard rows older than thirty days", "Supprimer les lignes de 2019"})
    void callsALossHighWhateverIsDeniedBesideIt(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.HIGH);
    }

    @Test
    void readsAListUnderADenialAsDenied() {
        assertThat(Drafted.good().saying(Point.BOUNDARIES, "Out of scope:", "deploying", "deleting old accounts")
                .judged().risk()).isEqualTo(Risk.LOW);
        assertThat(Drafted.good().saying(Point.BOUNDARIES, "Out of scope:", "deploying", "In scope:",
                "deleting old accounts").judged().risk()).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do not touch staging but deploy to production", "Never deploy except on Fridays",
            "No deploy until the review is done", "Only deploy below /srv", "Do not only read, delete the accounts",
            "No staging. Deploy to production", "Must not:\n- read mails, then delete them"})
    void findsInABoundaryWhatItAsksForAfterAll(String boundary) {
        assertThat(risk(Point.BOUNDARIES, boundary)).isNotEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remove the unused import", "Remove all of the unused imports.", "Delete dead code in Shop",
            "The unused variables are removed", "Drop trailing whitespace; tests stay green", "Fix and remove typos",
            "Remove the commented statements"})
    void callsNoMereEditHigh(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remove the unused import and the customers", "Import the orders and delete the old ones",
            "Delete the unused accounts", "Remove the unused volume", "Delete everything, unused imports too",
            "Remove the unused code of one two three four five six seven eight nine ten eleven twelve thirteen things",
            "Delete all comments", "Delete the imported rows", "Remove dead branches of the repository"})
    void callsALossHighThatLooksLikeAnEdit(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stop the payment service                            | HIGH
            The payment service is stopped afterwards           | HIGH
            Shut down the database server                       | HIGH
            Disable the payment gateway                         | HIGH
            Switch all traffic to the new cluster               | HIGH
            Restart the primary database                        | HIGH
            Restart the payment service                         | MEDIUM
            Rotate the root key                                 | HIGH
            Alter the table orders                              | MEDIUM
            Take the shop offline                               | MEDIUM
            Turn the load balancer off                          | MEDIUM
            L\u00f6sche die alten Kunden                       | HIGH
            Die Tabelle wird gel\u00f6scht                     | HIGH
            Loeschung der Tabelle                               | HIGH
            Alle Kunden entfernen                               | HIGH
            Den Zahlungsdienst abschalten                       | HIGH
            Fahre den Server herunter                           | HIGH
            Schalte den Server ab                               | MEDIUM
            Migriere die Datenbank                              | MEDIUM
            """)
    void findsAnUpheavalInWordsThatMeanOneTogether(String deliverable, Risk risk) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(risk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop the animation", "Kill no process; it only reads", "Rotate the picture",
            "Switch the language to German", "The service reads one file, and the reader stops",
            "Keine Container entfernen", "Turn the page"})
    void findsNoUpheavalInEitherWordAlone(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"One core, read access to the production database", "JUnit XML with the usual schema",
            "The release of October is installed", "Credentials from the vault"})
    void callsNoMereMentionOfAPlaceADanger(String text) {
        assertThat(risk(Point.DEPENDENCIES, text)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            docker ps                       | HIGH
            /usr/bin/docker ps              | HIGH
            docker.io ps                    | HIGH
            DOCKER.exe ps                   | HIGH
            timeout 5 docker ps             | HIGH
            nohup docker ps                 | HIGH
            nice -n 19 timeout 5 psql-16 -l | HIGH
            env X=1 docker ps               | HIGH
            /usr/bin/env -S docker~ps       | HIGH
            busybox sh run.sh               | HIGH
            python3.13 run.py               | HIGH
            python3 run.py                  | HIGH
            sudo make                       | HIGH
            sqlite3 shop.db                 | HIGH
            d\u043ecker ps                  | HIGH
            script -c docker~ps             | HIGH
            timeout 60 make test            | MEDIUM
            env X=1 make test               | MEDIUM
            make docker                     | MEDIUM
            ./mvnw verify                   | MEDIUM
            """)
    void knowsAProgramInAnySpellingAndBehindAnyWrapper(String line, Risk risk) {
        var argv = List.of(line.split(" ")).stream().map(word -> word.replace('~', ' ')).toList();
        var command = new Action.Command(argv, "/srv/app", Optional.empty());

        assertThat(Drafted.good().doing(command).judged().risk()).isEqualTo(risk);
        assertThat(Drafted.good().doing(command).in("PRD").judged().risk())
                .isEqualTo(risk == Risk.HIGH ? Risk.CRITICAL : Risk.HIGH);
    }

    @Test
    void letsNoHarmlessCommandLowerWhatTheTextSays() {
        var harmless = new Action.Command(List.of("make", "test"), "/srv/app", Optional.empty());

        assertThat(Drafted.good().doing(harmless).saying(Point.DELIVERABLES, "Delete the accounts of 2019").judged()
                .risk()).isEqualTo(Risk.HIGH);
    }

    private static Risk risk(Point point, String text) {
        return Drafted.good().saying(point, text).judged().risk();
    }
}
