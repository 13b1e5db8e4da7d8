package dev.wingman.gatekeeper.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Risk;
import dev.wingman.gatekeeper.domain.policy.Effect;
import dev.wingman.gatekeeper.domain.policy.Ruling;
import dev.wingman.gatekeeper.domain.risk.Wording;

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
            Wait; the queue is stopped                          | HIGH
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
            Starte die Datenbank neu                            | MEDIUM
            Fail over to the replica                            | MEDIUM
            Promote the replica                                 | MEDIUM
            Grant app all privileges                            | MEDIUM
            Make the bucket public                              | MEDIUM
            Charge all customers again                          | HIGH
            Disable rate limiting                               | HIGH
            Set every user's password to the same               | MEDIUM
            Log in as root on db-1                              | MEDIUM
            No downtime - delete the old rows                   | HIGH
            No risk (delete the old rows)                       | HIGH
            No downtime \u2014 delete the old rows              | HIGH
            \u0423\u0434\u0430\u043b\u0438 \u0432\u0441\u0451         | MEDIUM
            \u5220\u9664\u6240\u6709\u8ba2\u5355                      | MEDIUM
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
    @ValueSource(strings = {"Remove the database icon from the legend", "Delete the table header on mobile screens",
            "Removal of the old logo from the footer", "Drop support for Java 17.",
            "Move the delete button to the right",
            "Removing the trailing slash from the base URL", "The delete button of a volume asks for its name"})
    void callsNoPartOfAPageALoss(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drop-down shows all countries", "Drag and drop files onto the page",
            "Users can delete their own comments", "Deleted rows are marked with deleted_at",
            "DELETE /orders/{id} answers 204", "Stop and ask before anything is deleted", "The \u03c0 of a circle"})
    void callsNoMereMentionOfALossOne(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drop down all tables", "You can delete the comments", "DELETE /orders/42",
            "Delete rows that are marked", "Deleted rows are purged", "Ask before the rows are deleted",
            "Run delete_all on the rows"})
    void callsALossHighThatLooksLikeAMention(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remove the button and the customers", "Remove the button, the volumes",
            "Delete buttons of the shop and the shop",
            "Delete the accounts and the button", "Delete accounts containing spaces", "Delete the rows with zeros",
            "Delete customers longer than 64 characters", "Remove the header from the database",
            "In the database remove the header", "Remove the icon together with the shop"})
    void callsALossHighThatStandsBesideAPartOfAPage(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Never delete, drop or truncate anything", "Nothing below /srv is to be deleted or moved",
            "Out of scope: deleting backups, pruning images", "Non-goals: removal of the old cluster, deleting keys",
            "Do not under any circumstances at all remove it", "Forbidden: any deletion of branches",
            "The docs explain why rows are deleted", "Describe how a volume is removed",
            "Add a test that the parser finds a deletion", "Check that nobody can delete a namespace"})
    void callsWhatASentenceRulesOutOrOnlySpeaksOfNoDanger(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Never mind, just delete the rows", "Do not wait: delete the rows",
            "Don't worry, delete them",
            "Do not forget to delete the rows", "Never hesitate to delete rows", "Nothing is left, so delete the rows",
            "Do not stop and delete the rows", "Never mind, delete the rows or archive them",
            "Never delete rows but drop the table", "Nothing but deletions",
            "Explain the plan, delete the rows", "Explain the plan and delete the rows",
            "Describe it by deleting the rows", "EXPLAIN ANALYZE DELETE FROM orders", "Delete what the docs describe",
            "Rows nobody needs are deleted", "Out of scope: nothing. Delete the rows"})
    void findsALossInASentenceThatLooksLikeADenialOrATale(String deliverable) {
        assertThat(risk(Point.DELIVERABLES, deliverable)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No downtime, delete the old rows", "No downtime - delete the old rows",
            "No risk (delete the old rows)", "Without a pause, drop the tables",
            "Do not forget to delete the rows", "Out of scope:\n- no downtime, delete the rows"})
    void readsAnOrderInABoundaryBehindWhatNoDenies(String boundary) {
        assertThat(risk(Point.BOUNDARIES, boundary)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No downtime, no deletion", "No deploys, delete nothing", "Never deploy, delete or drop",
            "Do not touch production, delete no rows",
            "No commands (delete, drop) are used", "No commands (delete or drop)",
            "No commands that lose data (`delete`, `drop`, `truncate`) may be used"})
    void readsAListInABoundaryAsDenied(String boundary) {
        assertThat(risk(Point.BOUNDARIES, boundary)).isEqualTo(Risk.LOW);
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

    @ParameterizedTest
    @ValueSource(strings = {"A wrong filter would remove all rows; a limit guards against it",
            "Data could accidentally be deleted when the wrong profile is active",
            "The old copy might have been dropped meanwhile"})
    void callsNoLossThatMightHappenOneThatIsAskedFor(String risks) {
        assertThat(risk(Point.RISK_ASSESSMENT, risks)).isEqualTo(Risk.LOW);
        assertThat(risk(Point.MITIGATION, risks)).isEqualTo(Risk.HIGH);
        assertThat(risk(Point.DELIVERABLES, risks)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"You could delete the rows of 2019", "We could then drop the copy",
            "It would be good to remove all accounts", "The worker may delete the volume",
            "Delete what could be old", "The worker might delete every order at noon", "I could delete the old rows"})
    void callsALossHighThatIsOnlyWrappedInAWish(String assessment) {
        assertThat(risk(Point.RISK_ASSESSMENT, assessment)).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "never, ", "never delete, drop ", "no, delete ", "explain ", "delete of ",
            "remove the button, ", "stop ", "is stopped ", "out of scope:", "unused remove ", "DELETE /a ", "deleted ",
            "could delete ", "would ly delete ",
            " - delete ", "\u5220", "(delete the "})
    void readsA64KbTextInNoTimeAtAll(String piece) {
        var text = piece.repeat(65_536 / piece.length());
        var processor = ManagementFactory.getThreadMXBean();
        Wording.making(text);

        var before = processor.getCurrentThreadCpuTime();
        Wording.making(text);
        Wording.bounding(List.of(text), (_, _) -> {
        });

        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELIVERABLES | HIGH   | Delete the accounts of 2019     | it names a loss
            MITIGATION   | HIGH   | Stop the service and start over | it names a change where others are
            TEST_PROCESS | MEDIUM | Deploy it to the test system    | it names a change where others are
            DELIVERABLES | MEDIUM | A new schema                    | it names what is touched
            DEPENDENCIES | MEDIUM | It runs as root                 | it is done as root
            BOUNDARIES   | HIGH   | No downtime, delete the rows    | it names a loss
            BOUNDARIES   | MEDIUM | \u4e0d\u8981\u505c\u673a\u4e0d\u8981\u505c\u673a | it is written in letters that no list of words reads
            """)
    void tellsWhyAndWhereTheRiskIsWhatItIs(Point point, Risk risk, String text, String because) {
        assertThat(reasons(Drafted.good().saying(point, "One core", text)))
                .containsExactly(new RiskReason("/" + point.key() + "/1", risk, because));
    }

    @Test
    void tellsNothingOfALowRisk() {
        assertThat(reasons(Drafted.good())).isEmpty();
    }

    @Test
    void tellsOfTheHighestRiskAloneAndOfItsFirstFivePlaces() {
        var all = Drafted.good().saying(Point.TEST_PROCESS, "Deploy it").saying(Point.MITIGATION, "Delete it",
                "Wipe it",
                "Keep it", "Purge it", "Erase it", "Destroy it", "Truncate it");

        assertThat(reasons(all)).extracting(RiskReason::pointer).containsExactly("/mitigation/0", "/mitigation/1",
                "/mitigation/3", "/mitigation/4", "/mitigation/5");
    }

    @Test
    void tellsWhichBoundaryAsksForWhatItShouldRuleOut() {
        var texts = new String[]{"\u2018Only\u2019 this\nfolder", "\ufb01rst delete the logs", "never drop a table", "",
                "Must not:", "- delete rows", "then wipe the disk"};

        assertThat(reasons(Drafted.good().saying(Point.BOUNDARIES, texts))).extracting(RiskReason::pointer)
                .containsExactly("/boundaries/1", "/boundaries/6");
    }

    @Test
    void tellsThatTheActionTheWorkerOrARuleOfTheTenantsMakesItRisky() {
        var drill = new Action.Drill(Optional.of("shop"), List.of());
        var far = new Action.Command(List.of("docker", "ps"), "/srv", Optional.empty());
        var near = new Action.Command(List.of("make"), "/srv", Optional.empty());

        assertThat(reasons(Drafted.good().doing(drill))).containsExactly(action(Risk.HIGH, "it is a drill"));
        assertThat(reasons(Drafted.good().doing(far).in("PRD"))).containsExactly(
                action(Risk.CRITICAL, "its program reaches beyond a folder in production"));
        assertThat(reasons(Drafted.good().doing(near).saying(Point.MITIGATION, "Deploy it"))).containsExactly(
                action(Risk.MEDIUM, "it is a command"),
                new RiskReason("/mitigation/0", Risk.MEDIUM, "it names a change where others are"));
        assertThat(reasons(Drafted.good().stating(Risk.CRITICAL).doing(drill))).containsExactly(
                new RiskReason("/risk_assessment", Risk.CRITICAL, "the worker states it"));
        assertThat(reasons(Drafted.good().doing(drill).under(
                new Ruling.Holds("night", Effect.RAISE_RISK_TO_CRITICAL, Optional.empty())))).containsExactly(
                        new RiskReason("", Risk.CRITICAL, "a rule of the tenant's raises it"));
        assertThat(reasons(Drafted.good().doing(drill).under(
                new Ruling.Holds("night", Effect.RAISE_RISK_TO_HIGH, Optional.empty()))))
                .containsExactly(action(Risk.HIGH, "it is a drill"));
    }

    private static List<RiskReason> reasons(Drafted drafted) {
        return drafted.judged().riskReasons();
    }

    private static RiskReason action(Risk risk, String because) {
        return new RiskReason("/action", risk, because);
    }

    private static Risk risk(Point point, String text) {
        return Drafted.good().saying(point, text).judged().risk();
    }
}
